namespace InboxSdk.RateLimiting;

/// <summary>The windows of a <see cref="SlidingWindowLimiter"/>, as they are configured and as the headers of the server correct them: counts the requests, and determines when there is room for the
/// next. Not thread-safe. Times are those of the limiter.</summary>
internal sealed class SlidingWindows
{
    private readonly double _bulkReserve;
    private readonly long _longestPause;
    private readonly SlidingWindowLog[] _configured;

    // The configured windows, preceded by a shorter one if the server has one; and its detection.
    private SlidingWindowLog[] _logs;
    private ShorterWindow? _shorter;

    /// <param name="windows">The windows that all of the requests count against.</param>
    /// <param name="bulkReserve">The share of each window that is reserved for interactive requests.</param>
    /// <param name="longestPause">The maximum pause after a single rejection.</param>
    public SlidingWindows(IEnumerable<RateLimitWindow> windows, double bulkReserve, TimeSpan longestPause)
    {
        _logs = _configured = [.. windows.Select(static window => new SlidingWindowLog(window.Limit, window.Length))];
        Array.Sort(_configured, static (one, other) => one.Length.CompareTo(other.Length));
        _bulkReserve = bulkReserve;
        _longestPause = longestPause.Ticks;
    }

    /// <summary>Gets the windows, the shortest first.</summary>
    public IReadOnlyList<SlidingWindowLog> Logs => _logs;

    /// <summary>Gets whether the headers lowered a limit, so that the server may have a shorter window than those configured.</summary>
    public bool IsLowered => _shorter is not null && _logs == _configured;

    /// <summary>Counts a request that the server received.</summary>
    public void Add(long now)
    {
        foreach (var log in _logs)
        {
            log.Forget(now);
            log.Add(now, 1);
        }
    }

    /// <summary>When the windows permit a request with others ahead of it.</summary>
    public long NextPermit(long now, RateLimitPriority priority, int ahead, int inFlight, bool isCertain = false)
    {
        var next = now;
        foreach (var log in _logs)
        {
            log.Forget(now);
            var limit = LimitFor(log, priority);
            // Each full limit of requests ahead adds the length of the window, and a request in flight expires that length after its response.
            var (rounds, rest) = Math.DivRem(ahead, limit);
            var excess = log.Count + inFlight + (isCertain ? 0 : Math.Min(log.Suspected, inFlight)) + rest + 1 - limit;
            var free = excess <= 0 ? now : excess <= log.Count ? log.FreeAt(excess) : now + log.Length.Ticks;
            next = Math.Max(next, free + (rounds * log.Length.Ticks));
        }

        return next;
    }

    /// <summary>When one request can probe whether the window in the headers is shorter than the configured one; never without an indication of it.</summary>
    public long MeasureAt(long now, RateLimitPriority priority, int inFlight)
    {
        if (_shorter is not { ProbeAt: < long.MaxValue } || _logs != _configured)
            return long.MaxValue;
        // As if the headers had not lowered the limit: the configured windows still apply.
        var lowered = _logs[0].EffectiveLimit;
        _logs[0].EffectiveLimit = _logs[0].Limit;
        var next = NextPermit(now, priority, ahead: 0, inFlight);
        _logs[0].EffectiveLimit = lowered;
        return Math.Max(next, _shorter.ProbeAt);
    }

    /// <summary>When there is room for a request beside those of this process.</summary>
    public long OwnRoomAt(long at, RateLimitPriority priority)
    {
        foreach (var log in _logs)
            at = log.OwnRoomAt(at, LimitFor(log, priority));
        return at;
    }

    /// <summary>Forgets the requests of other processes in windows that they filled, because a request succeeded in spite of them.</summary>
    public void DropOthers(RateLimitPriority priority)
    {
        foreach (var log in _logs)
        {
            if (log.Count > LimitFor(log, priority))
                log.DropOthers();
        }
    }

    /// <summary>Applies the headers of a response.</summary>
    /// <param name="result">The result of the request.</param>
    /// <param name="isProbe">Whether the request probed for a shorter window.</param>
    /// <param name="inFlight">The number of requests in flight.</param>
    /// <param name="isSettled">Whether slow start is complete.</param>
    /// <param name="now">The current time.</param>
    public void Observe(InboxPermitResult result, bool isProbe, int inFlight, bool isSettled, long now)
    {
        if (result is not { Limit: { } limit, Remaining: { } remaining } || _logs.Length == 0)
            return;
        Tighten(limit, remaining, result.RetryAfter, inFlight, isSettled, now);
        var isLowered = limit > 0 && limit < _configured[0].Limit && Find(_configured, limit) is null;
        if (_logs != _configured)
        {
            // A reset later than the end of the detected window plus rounding, or a rejection, proves that it is longer.
            if (isLowered && limit == _shorter!.Limit && result.Outcome != InboxPermitOutcome.Rejected && result.ResetAfter <= _logs[0].Length + TimeSpan.FromSeconds(2))
                return;
            _logs = _configured;
            _shorter = null;
            Tighten(limit, remaining, result.RetryAfter, inFlight, isSettled, now);
        }

        if (isLowered)
            Measure(result, limit, remaining, isProbe, now);
        else
            _shorter = null;
    }

    /// <summary>Returns the pause after a rejection: the <c>Retry-After</c>, up to the length of the window that the rejection identifies, or else up to the maximum for a single
    /// rejection.</summary>
    public long Pause(InboxPermitResult result)
    {
        var hint = (result.RetryAfter ?? result.ResetAfter ?? TimeSpan.FromSeconds(1)).Ticks;
        var longest = Math.Min(_longestPause, _logs.Length == 0 ? TimeSpan.TicksPerMinute : _logs[^1].Length.Ticks);
        foreach (var log in _logs)
        {
            if (log.Length == result.Window || (log.Limit == result.Limit && result.Remaining == 0))
                longest = Math.Max(longest, log.Length.Ticks);
        }

        return Math.Clamp(hint, 0, longest);
    }

    private int LimitFor(SlidingWindowLog log, RateLimitPriority priority) =>
        Math.Max(1, log.EffectiveLimit - (priority == RateLimitPriority.Bulk ? (int)(log.EffectiveLimit * _bulkReserve) : 0));

    /// <summary>Adds the requests of other processes, and applies a lower limit of the server. It never loosens.</summary>
    private void Tighten(int limit, int remaining, TimeSpan? retryAfter, int inFlight, bool isSettled, long now)
    {
        // The headers do not identify their window: it is the one with their limit, or else the shortest.
        var log = Find(_logs, limit) ?? _logs[0];
        log.EffectiveLimit = Math.Clamp(limit, 1, log.Limit);
        // Whether the server has counted the requests in flight is unknown. Any excess over them belongs to other processes; during slow start, the rest can too.
        var uncounted = Math.Max(0, log.EffectiveLimit - Math.Max(0, remaining) - log.Count);
        if (uncounted > inFlight)
            AddForeign(log, uncounted - inFlight, retryAfter, now);
        log.Suspected = isSettled ? 0 : Math.Min(uncounted, inFlight);
        log.ReportedAt = now;
    }

    /// <summary>Detects the length of the window whose limit the headers lowered.</summary>
    private void Measure(InboxPermitResult result, int limit, int remaining, bool isProbe, long now)
    {
        if (result.ResetAfter is not { } resetAfter || _configured[0].Limit > ShorterWindow.MostLimit)
        {
            _shorter = null;
            return;
        }

        if (_shorter?.Limit != limit)
            _shorter = new(limit, _configured[0].Length);
        if (_shorter.Observe(remaining, resetAfter, result.Outcome == InboxPermitOutcome.Rejected, isProbe, now) is not { } length)
            return;
        _configured[0].EffectiveLimit = _configured[0].Limit;
        _logs = [_configured[0].With(limit, length, now), .. _configured];
    }

    // When other processes sent theirs is unknown. After a rejection, the first expires when the server permits the next request. Otherwise they are considered new for a minute, which avoids
    // rejections and costs at most a minute. For an hour or a day that would be too long: they are considered evenly distributed since the last headers for the window.
    private static void AddForeign(SlidingWindowLog log, int count, TimeSpan? retryAfter, long now)
    {
        var start = now - log.Length.Ticks;
        if (retryAfter is { } wait)
            log.AddEvenly(start + Math.Clamp(wait.Ticks, 0, log.Length.Ticks), now, count);
        else if (now - Math.Max(log.ReportedAt, start) is var elapsed && elapsed <= TimeSpan.TicksPerMinute)
            log.AddOthers(now, count);
        else
            log.AddEvenly(now - elapsed, now, count);
    }

    // Runs for every response, so without a closure.
    private static SlidingWindowLog? Find(SlidingWindowLog[] logs, int limit)
    {
        foreach (var log in logs)
        {
            if (log.Limit == limit)
                return log;
        }

        return null;
    }
}
