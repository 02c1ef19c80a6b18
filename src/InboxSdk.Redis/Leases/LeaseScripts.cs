using InboxSdk.Server;

namespace InboxSdk.Leases;

/// <summary>The scripts of leases, and of what is written under one. Their keys are those of <see cref="LeaseKeys"/>, the guard first and then the lease.</summary>
/// <remarks>
/// <para>The fields: <c>f</c> the fencing number, <c>h</c> the holder, <c>e</c> the end and <c>d</c> the duration in milliseconds, <c>v</c> the value that is written under the lease.</para>
/// <para>They run on Lua 5.1 and 5.4: a number that leaves Lua is formatted, and a missing field is false or nil.</para>
/// </remarks>
internal static class LeaseScripts
{
    // ARGV[1] is the time for tests. TIME returns seconds and microseconds, not padded.
    private const string Now = """
          local now = tonumber(ARGV[1])
          if now == 0 then
            local time = redis.call('TIME')
            now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
          end
        """;

    // ARGV[4] is the life of the keys, or 0. KEYS[3] is the log, if there is one: it must not expire before the lease under which it is written.
    private const string KeepForLife = """
          if ARGV[4] ~= '0' then
            redis.call('PEXPIRE', KEYS[2], ARGV[4])
            if KEYS[3] then
              redis.call('PEXPIRE', KEYS[3], ARGV[4])
            end
          end
        """;

    /// <summary>ARGV: time, holder, duration, life of the keys or 0, whether a value ends the lease for good. Returns {0, remaining} if another one has it, {1, number, value or -1}, or {2} if
    /// it ended for good.</summary>
    public static GuardedScript Acquire { get; } = new($$"""
        {{Now}}
          local lease = redis.call('HMGET', KEYS[2], 'f', 'h', 'e', 'd', 'v')
          if lease[5] and ARGV[5] == '1' then
            return {2}
          end
          local number = tonumber(lease[1] or '0')
          local duration = tonumber(lease[4] or '0')
          local remaining = tonumber(lease[3] or '0') - now
          if remaining > duration then
            -- The clock went back, which does not extend the lease.
            remaining = duration
            redis.call('HSET', KEYS[2], 'e', string.format('%.0f', now + duration))
          end
          if lease[2] and lease[2] ~= ARGV[2] and remaining > 0 then
            return {0, remaining}
          end
          -- The holder repeats a call whose reply was lost.
          if lease[2] ~= ARGV[2] then
            number = math.max(number + 1, now)
          end
          redis.call('HSET', KEYS[2], 'f', string.format('%.0f', number), 'h', ARGV[2], 'e', string.format('%.0f', now + tonumber(ARGV[3])), 'd', ARGV[3])
        {{KeepForLife}}
          return {1, number, tonumber(lease[5] or '-1')}
        """);

    /// <summary>ARGV: time, number, duration, life of the keys or 0. Returns {0} if the lease is lost, else {1}.</summary>
    public static GuardedScript Renew { get; } = new($$"""
        {{Now}}
          -- If no one has acquired it since, a lease that has ended is renewed too.
          if redis.call('HGET', KEYS[2], 'f') ~= ARGV[2] then
            return {0}
          end
          redis.call('HSET', KEYS[2], 'e', string.format('%.0f', now + tonumber(ARGV[3])))
        {{KeepForLife}}
          return {1}
        """);

    /// <summary>ARGV: holder. Returns {1}.</summary>
    public static GuardedScript Release { get; } = new("""
          if redis.call('HGET', KEYS[2], 'h') == ARGV[1] then
            redis.call('HDEL', KEYS[2], 'h', 'e', 'd')
          end
          return {1}
        """);

    /// <summary>ARGV: number, or empty to write without a lease and end it, value, life of the key or 0. Returns {0} if the lease is lost, else {1}: the value, or a higher one that was written
    /// later, is stored.</summary>
    public static GuardedScript Write { get; } = new("""
          local lease = redis.call('HMGET', KEYS[2], 'f', 'v')
          if ARGV[1] ~= '' and lease[1] ~= ARGV[1] then
            return {0}
          end
          if tonumber(lease[2] or '-1') < tonumber(ARGV[2]) then
            redis.call('HSET', KEYS[2], 'v', ARGV[2])
          end
          if ARGV[1] == '' then
            redis.call('HDEL', KEYS[2], 'h', 'e', 'd')
          end
          if ARGV[3] ~= '0' then
            redis.call('PEXPIRE', KEYS[2], ARGV[3])
          end
          return {1}
        """);

    /// <summary>KEYS[3] is the log. ARGV: number, expected length, life of the log, records. Returns {0} if the lease is lost, {1} if the records are stored, or {2, length} if the log does
    /// not have the expected length.</summary>
    public static GuardedScript Append { get; } = new("""
          if redis.call('HGET', KEYS[2], 'f') ~= ARGV[1] then
            return {0}
          end
          local length = redis.call('LLEN', KEYS[3])
          local expected = tonumber(ARGV[2])
          -- Only this holder appends: more records are those of a call whose reply was lost.
          if length == expected + #ARGV - 3 then
            return {1}
          end
          if length ~= expected then
            return {2, length}
          end
          redis.call('RPUSH', KEYS[3], (unpack or table.unpack)(ARGV, 4))
          redis.call('PEXPIRE', KEYS[3], ARGV[3])
          return {1}
        """);
}
