namespace InboxSdk.RateLimiting;

/// <summary>Limits the requests of this process to its share of a quota while the shared state is not available. Not thread-safe. Times are ticks of 100 ns since an arbitrary
/// origin.</summary>
/// <remarks>For one length of each window, all processes together use what was left of it when they lost the shared state; after that, the whole limit. What others can have used since the
/// last reply is not left: everything of a short window, and of a longer one as much as a shorter one permits.</remarks>
internal sealed class LocalQuota
{
    // Passes soon, and can have been used up between the last reply and the outage.
    private static readonly TimeSpan LongestShortWindow = TimeSpan.FromSeconds(2);

    private readonly SlidingWindowLog[] _logs;
    private readonly SlowStart _slowStart;
    private readonly double _bulkReserve;
    private readonly long _opensAt;

    /// <param name="windows">The windows of the quota.</param>
    /// <param name="processCount">The number of processes that share the quota, at least 1.</param>
    /// <param name="bulkReserve">The share of each window that is reserved for interactive requests.</param>
    /// <param name="last">The last reply of the shared state, or <see langword="null"/> if there was none.</param>
    /// <param name="age">The time since that reply.</param>
    /// <param name="now">The current time.</param>
    /// <param name="opensAt">When the first request is permitted at the earliest.</param>
    public LocalQuota(IReadOnlyList<QuotaWindow> windows, int processCount, double bulkReserve, QuotaReply? last, long age, long now, long opensAt)
    {
        (ProcessCount, _bulkReserve, _opensAt) = (processCount, bulkReserve, opensAt);
        _slowStart = new(isComplete: last is { Ramp: 0 });
        if (last is { PausedFor: var pause } && pause > TimeSpan.Zero)
            _slowStart.Close(now, pause.Ticks);
        _logs = new SlidingWindowLog[windows.Count];
        for (var i = 0; i < _logs.Length; i++)
        {
            var (limit, length) = windows[i];
            var share = limit / processCount;
            // With fewer permits than processes, each process has one in a longer time.
            _logs[i] = share > 0 ? new(share, length) : new(1, length * ((processCount + limit - 1) / limit));
            // A reply that is older than the window says nothing about it.
            if (last is null || (age >= length.Ticks && length > LongestShortWindow))
                continue;
            var left = length <= LongestShortWindow ? 0 : limit - last.Used[i] - last.InFlightCount;
            var possible = i == 0 ? 0 : windows.Take(i).Min(shorter => shorter.Limit * ((age / shorter.Length.Ticks) + 1));
            _logs[i].AddOthers(now, Math.Max(0, _logs[i].Limit - (int)(Math.Max(0, left - possible) / processCount)));
        }
    }

    /// <summary>Gets the number of processes that share the quota.</summary>
    public int ProcessCount { get; }

    /// <summary>Gets the share of each window.</summary>
    public IEnumerable<QuotaWindow> Shares => _logs.Select(log => new QuotaWindow(log.Limit, log.Length));

    /// <summary>When the next request is permitted.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="heldCount">The number of permits in flight.</param>
    /// <param name="priority">The priority of the request.</param>
    public long NextAt(long now, int heldCount, RateLimitPriority priority)
    {
        var next = Math.Max(_opensAt, _slowStart.OpensAt(now, heldCount));
        foreach (var log in _logs)
        {
            log.Forget(now);
            var limit = priority == RateLimitPriority.Bulk ? QuotaWindow.WithoutReserve(log.Limit, _bulkReserve) : log.Limit;
            var excess = log.Count + heldCount + 1 - limit;
            if (excess > 0)
                next = Math.Max(next, excess <= log.Count ? log.FreeAt(excess) : now + log.Length.Ticks);
        }

        return next;
    }

    /// <summary>Records that a request is permitted.</summary>
    public void Permitted(long now, int heldCount) => _slowStart.Permitted(now, heldCount);

    /// <summary>Records that a request was completed.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="pausedUntil">The time until which its rejection pauses all requests, or <see langword="null"/> if it was accepted.</param>
    public void Completed(long now, long? pausedUntil)
    {
        foreach (var log in _logs)
        {
            log.Forget(now);
            log.Add(now, 1);
        }

        if (pausedUntil is { } until)
            _slowStart.Close(now, until - now);
        else
            _slowStart.Accepted(now);
    }
}
