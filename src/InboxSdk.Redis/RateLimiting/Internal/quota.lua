-- Counts the requests of all processes in every window of a quota, and grants permits.
-- The body of a GuardedScript, for Lua 5.1 (Redis, Valkey) and 5.4 (Garnet).
-- KEYS: the guard, the state. ARGV: see QuotaScript. Returns whole numbers: the status, and those of QuotaReply.
local key = KEYS[2]
local unpack = unpack or table.unpack
local GRANTED, OUTDATED, UNKNOWN = 0, 1, 2
local BUCKETS, MOST_EXACT, WIDEST_RAMP, PATIENCE, MINUTE, STEPS, CHUNK = 720, 1000, 64, 1000, 60000, 60, 100
-- How long after its last call a process with work starts to limit its requests alone, at the earliest: SharedQuota.CallTimeout.
local SILENCE = 1000
-- How long a new state waits for the processes that shared the one before: longer than those with work take to call.
local SETTLING = 1500

-- For every number that leaves Lua: 5.1 rounds long ones, 5.4 writes a fraction.
local function text(number)
    return string.format('%.0f', number)
end

-- Eight numbers as text, which is what the scalars and the header of a window have: much faster than one after the other.
local function line(...)
    return string.format('%.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f', ...)
end

local function numbers(text)
    local a, b, c, d, e, f, g, h = string.match(text, '(%d+) (%d+) (%d+) (%d+) (%d+) (%d+) (%d+) (%d+)')
    return tonumber(a), tonumber(b), tonumber(c), tonumber(d), tonumber(e), tonumber(f), tonumber(g), tonumber(h)
end

-- Entries as text, oldest first: "at:count at:count".
local function parse(line)
    local all = {}
    for at, count in string.gmatch(line, '(%d+):(%d+)') do all[#all + 1] = { tonumber(at), tonumber(count) } end
    return all
end

local function total(entries)
    local sum = 0
    for _, entry in ipairs(entries) do sum = sum + entry[2] end
    return sum
end

-- The fields of the state: s the scalars, p the processes, and per window its header, the requests of others (suffix f) and the entries of its log (suffix :number).
local now
if ARGV[20] == '' then
    local time = redis.call('TIME')
    now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
else
    now = tonumber(ARGV[20])
end
local clock = now
local id, sequence, epoch, held = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local interactive, bulk, accepted = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local pause, longestPause, lease = tonumber(ARGV[8]), tonumber(ARGV[9]), tonumber(ARGV[10])
local hasHistory, completed, completedCount, isAlone = ARGV[11] == '1', parse(ARGV[12]), tonumber(ARGV[16]), ARGV[17] == '1'
local madeAt, known = tonumber(ARGV[18]), tonumber(ARGV[19])
local windows, names, longest = {}, { 's', 'p' }, 0
for i = 21, #ARGV, 5 do
    local window = {
        limit = tonumber(ARGV[i]), length = tonumber(ARGV[i + 1]), interactive = tonumber(ARGV[i + 2]), bulk = tonumber(ARGV[i + 3]), history = ARGV[i + 4],
        head = 1, next = 1, sum = 0, first = 0, last = 0, lastCount = 0, suspected = 0, reportedAt = 0,
        cache = {}, writes = {}, expired = {}, others = {}, batch = 2,
    }
    window.bucket = window.limit <= MOST_EXACT and 1 or math.floor(window.length / BUCKETS)
    windows[#windows + 1] = window
    window.name = text(#windows)
    names[#names + 1] = window.name
    names[#names + 1] = window.name .. 'f'
    longest = math.max(longest, window.length + window.bucket)
end

local stored = redis.call('HMGET', key, unpack(names))
local lastNow, offset, born, closedUntil, ramp, rampSince, probe, awaited
local processes, inFlight, mine = {}, 0, nil
local isNew = not stored[1]
if isNew then
    if not hasHistory then return { UNKNOWN, clock } end
    offset, born, closedUntil, ramp, rampSince, probe, awaited = 0, now, 0, 1, now, 0, 0
else
    lastNow, offset, born, closedUntil, ramp, rampSince, probe, awaited = numbers(stored[1])
    -- A clock that goes back neither delays nor frees anything.
    now = now + offset
    if now < lastNow then
        offset = offset + lastNow - now
        now = lastNow
    end
    for other, seen, count, expiry, known, silentAt in string.gmatch(stored[2] or '', '([^:;]+):(%d+):(%d+):(%d+):(%d+):(%d+);') do
        processes[other] = { tonumber(seen), tonumber(count), tonumber(expiry), tonumber(known), tonumber(silentAt) }
    end
    mine = processes[id]
    if mine and sequence <= mine[1] then return { OUTDATED } end
    if epoch ~= born and not mine and not hasHistory then return { UNKNOWN, now } end
    for i, window in ipairs(windows) do
        if stored[1 + 2 * i] then
            window.head, window.next, window.sum, window.first, window.last, window.lastCount, window.suspected, window.reportedAt = numbers(stored[1 + 2 * i])
        end
        window.storedOthers = stored[2 + 2 * i] or ''
        window.others = parse(window.storedOthers)
    end
end

-- An entry of a log; nothing if it is missing, because only a part of the state is.
local function entry(window, i)
    if not window.cache[i] then
        local fields, last = {}, math.min(i + window.batch, window.next) - 1
        for j = i, last do fields[#fields + 1] = window.name .. ':' .. text(j) end
        local values = redis.call('HMGET', key, unpack(fields))
        for j = i, last do window.cache[j] = values[j - i + 1] or nil end
        window.batch = math.min(window.batch * 4, CHUNK)
    end
    if not window.cache[i] then return nil end
    local at, count = string.match(window.cache[i], '^(%d+):(%d+)$')
    return tonumber(at), tonumber(count)
end

local function append(window, at, count)
    at = math.ceil(at / window.bucket) * window.bucket
    if at + window.length <= now or count == 0 then return end
    if window.head < window.next and window.last >= at then
        window.lastCount = window.lastCount + count
    else
        if window.head == window.next then window.first = at end
        window.last, window.lastCount, window.next = at, count, window.next + 1
    end
    window.sum = window.sum + count
    local value = text(window.last) .. ':' .. text(window.lastCount)
    window.cache[window.next - 1], window.writes[window.next - 1] = value, value
end

local function forget(window)
    while window.head < window.next and window.first + window.length <= now do
        local at, count = entry(window, window.head)
        if not at then return false end
        window.sum = window.sum - count
        window.expired[#window.expired + 1] = window.name .. ':' .. text(window.head)
        window.head = window.head + 1
        if window.head < window.next then
            window.first = entry(window, window.head)
            if not window.first then return false end
        end
    end
    while window.others[1] and window.others[1][1] + window.length <= now do table.remove(window.others, 1) end
    return true
end

-- Adds what a process remembers, in the order of time.
local function merge(window, history)
    local all = {}
    for _, step in ipairs(parse(history)) do all[#all + 1] = { now - step[1], step[2] } end
    for i = window.head, window.next - 1 do
        local at, count = entry(window, i)
        if not at then return false end
        all[#all + 1] = { at, count }
        window.expired[#window.expired + 1] = window.name .. ':' .. text(i)
    end
    table.sort(all, function(a, b) return a[1] < b[1] end)
    window.head, window.sum = window.next, 0
    for _, each in ipairs(all) do append(window, each[1], each[2]) end
    return true
end

for _, window in ipairs(windows) do
    if not forget(window) or (hasHistory and window.history ~= '' and not merge(window, window.history)) then
        redis.call('DEL', key)
        return { UNKNOWN, clock }
    end
end

-- The permits of a process that is gone count as used at the end of its lease.
-- One that limits its requests alone, or may do so because it has work and does not call: its share is not available to the others. When one returns, those without work at their last
-- call may have been alone too, until they call.
local count, silent = 1, isAlone and 1 or 0
for other, process in pairs(processes) do
    if other ~= id then
        if process[3] <= now then
            for _, window in ipairs(windows) do append(window, now, process[2]) end
            processes[other] = nil
        else
            inFlight = inFlight + process[2]
            count = count + 1
            if isAlone and process[5] == 0 then process[5] = now end
            if process[5] > 0 and process[5] <= now then silent = silent + 1 end
        end
    end
end
inFlight = inFlight + held
if hasHistory then
    awaited = math.max(awaited, known)
else
    -- A call whose reply was lost has reported some of them.
    local known = mine and math.max(0, total(completed) - (completedCount - mine[4])) or 0
    for _, step in ipairs(completed) do
        local unknown = math.max(0, step[2] - known)
        known = known - (step[2] - unknown)
        for _, window in ipairs(windows) do append(window, now - step[1], unknown) end
    end
end

-- Slow start, and the pause after a rejection. Probe: 1 the next permit is one, 2 it is in flight.
if accepted > 0 and ramp > 0 and now >= closedUntil then
    ramp, rampSince = ramp + accepted, now
end
if probe == 2 then
    if accepted > 0 then
        probe = 0
        for _, window in ipairs(windows) do
            if window.sum + total(window.others) > window.interactive then window.others = {} end
        end
    elseif pause < 0 and inFlight == 0 then
        probe = 1
    end
end
if pause >= 0 then
    -- The rejection of a probe is trusted.
    closedUntil = math.max(closedUntil, now + (probe == 2 and pause or math.min(pause, longestPause)))
    probe = probe ~= 2 and pause > longestPause and 1 or 0
    ramp, rampSince = 1, closedUntil
end

-- The requests of others, as reported by a response.
local reported = windows[tonumber(ARGV[13])]
if reported then
    local retryAfter = tonumber(ARGV[15])
    local uncounted = math.max(0, reported.interactive - tonumber(ARGV[14]) - reported.sum - total(reported.others))
    if uncounted > inFlight then
        local missing = uncounted - inFlight
        local since = math.max(reported.reportedAt, now - reported.length + math.min(math.max(retryAfter, 0), reported.length))
        local steps = (retryAfter < 0 and now - since <= MINUTE) and 1 or math.min(missing, STEPS)
        for i = 1, steps do
            reported.others[#reported.others + 1] = {
                math.ceil(since + (now - since) * i / steps), math.floor(missing * i / steps) - math.floor(missing * (i - 1) / steps),
            }
        end
        table.sort(reported.others, function(a, b) return a[1] < b[1] end)
        -- Two at a time, each at its latest.
        while #reported.others > 2 * STEPS do
            local fewer = {}
            for i = 1, #reported.others, 2 do
                local next = reported.others[i + 1] or { reported.others[i][1], 0 }
                fewer[#fewer + 1] = { next[1], reported.others[i][2] + next[2] }
            end
            reported.others = fewer
        end
    end
    reported.suspected = ramp == 0 and 0 or math.min(uncounted, inFlight)
    reported.reportedAt = now
end

local function used(window)
    return window.sum + total(window.others) + inFlight + math.min(window.suspected, inFlight) + silent * math.floor(window.interactive / count)
end

local function room(limit, isCertain)
    local least = math.huge
    for _, window in ipairs(windows) do least = math.min(least, window[limit] - (isCertain and window.sum or used(window))) end
    return least
end

-- How long until the windows have room for another permit: -1 if it depends on the permits in flight.
local function wait(limit)
    local longestWait = 0
    for _, window in ipairs(windows) do
        local missing, i, j, at = used(window) + 1 - window[limit], window.head, 1, nil
        while missing > 0 do
            local own, ownCount
            if i < window.next then own, ownCount = entry(window, i) end
            local other = window.others[j]
            if own and (not other or own <= other[1]) then
                at, missing, i = own, missing - ownCount, i + 1
            elseif other then
                at, missing, j = other[1], missing - other[2], j + 1
            else
                return -1
            end
        end
        if at then longestWait = math.max(longestWait, at + window.length - now) end
    end
    return longestWait
end

local grantedInteractive, grantedBulk, interactiveWait, bulkWait = 0, 0, 0, 0
if now < closedUntil then
    interactiveWait = closedUntil - now
    bulkWait = interactiveWait
elseif now < born + SETTLING and count < awaited then
    -- The state lacks what those did that have not called yet.
    interactiveWait, bulkWait = -1, -1
elseif probe == 1 and inFlight == 0 and interactive + bulk > 0 and room(interactive > 0 and 'interactive' or 'bulk', true) > 0 then
    if interactive > 0 then grantedInteractive = 1 else grantedBulk = 1 end
    probe, interactiveWait, bulkWait = 2, -1, -1
elseif probe == 2 then
    interactiveWait, bulkWait = -1, -1
else
    local ramped = ramp == 0 and math.huge or ramp - inFlight
    if ramped <= 0 and now >= rampSince + PATIENCE and interactive + bulk > 0 then
        -- One slow response does not delay others for long.
        ramp, rampSince = ramp * 2, now
        ramped = 1
    end
    grantedInteractive = math.max(0, math.min(interactive, room('interactive'), ramped))
    grantedBulk = math.max(0, math.min(bulk, room('bulk') - grantedInteractive, ramped - grantedInteractive))
    inFlight = inFlight + grantedInteractive + grantedBulk
    interactiveWait, bulkWait = wait('interactive'), wait('bulk')
    if ramped <= grantedInteractive + grantedBulk then
        interactiveWait = interactiveWait == 0 and -1 or interactiveWait
        bulkWait = bulkWait == 0 and -1 or bulkWait
    end
    inFlight = inFlight - grantedInteractive - grantedBulk
end
if ramp > WIDEST_RAMP then ramp = 0 end

inFlight = inFlight + grantedInteractive + grantedBulk
-- A call that its process gave up is executed all the same, so what counts is when it was made, at the earliest.
local isBusy = held + interactive + bulk > 0
processes[id] = { sequence, held + grantedInteractive + grantedBulk, now + lease, completedCount, isAlone and now or isBusy and math.min(now, madeAt) + SILENCE or 0 }
local lines, fields, expired = {}, {}, {}
for other, process in pairs(processes) do
    lines[#lines + 1] = string.format('%s:%.0f:%.0f:%.0f:%.0f:%.0f;', other, unpack(process))
end
local function write(name, value)
    fields[#fields + 1] = name
    fields[#fields + 1] = value
end
write('s', line(now, offset, born, closedUntil, ramp, rampSince, probe, awaited))
write('p', table.concat(lines))
local reply = { GRANTED, now, grantedInteractive, grantedBulk, interactiveWait, bulkWait, born, inFlight, count, math.max(0, closedUntil - now), ramp, silent }
for _, window in ipairs(windows) do
    write(window.name, line(window.head, window.next, window.sum, window.first, window.last, window.lastCount, window.suspected, window.reportedAt))
    local others = {}
    for _, other in ipairs(window.others) do others[#others + 1] = text(other[1]) .. ':' .. text(other[2]) end
    others = table.concat(others, ' ')
    if others ~= (window.storedOthers or '') then write(window.name .. 'f', others) end
    for i, value in pairs(window.writes) do
        if i >= window.head then write(window.name .. ':' .. text(i), value) end
    end
    for _, name in ipairs(window.expired) do expired[#expired + 1] = name end
    reply[#reply + 1] = window.sum + total(window.others)
end
-- A full memory refuses the first write, and then nothing has changed.
for i = 1, #fields, 2 * CHUNK do redis.call('HSET', key, unpack(fields, i, math.min(i + 2 * CHUNK - 1, #fields))) end
for i = 1, #expired, CHUNK do redis.call('HDEL', key, unpack(expired, i, math.min(i + CHUNK - 1, #expired))) end
-- Once a second is enough.
if isNew or math.floor(now / 1000) > math.floor(lastNow / 1000) then redis.call('PEXPIRE', key, text(longest + lease)) end
for i, value in ipairs(reply) do reply[i] = math.floor(value) end
return reply
