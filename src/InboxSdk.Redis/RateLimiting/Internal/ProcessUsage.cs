namespace InboxSdk.RateLimiting;

/// <summary>What this process did: the requests that it completed per window, with which a state that was lost is restored, and what it has not reported yet. Not thread-safe. Times are ticks
/// of 100 ns since an arbitrary origin.</summary>
internal sealed class ProcessUsage
{
    private readonly IReadOnlyList<QuotaWindow> _windows;
    private readonly TimeSpan _longestPause;
    private readonly SlidingWindowLog[] _history;
    private readonly int[] _limits;
    private List<UsageStep> _completed = [];
    private long _completedTotal;
    private int _acceptedCount;
    private long? _pausedUntil;
    private ReportedUsage? _reported;

    /// <param name="windows">The windows of the quota.</param>
    /// <param name="longestPause">The maximum pause after a single rejection.</param>
    public ProcessUsage(IReadOnlyList<QuotaWindow> windows, TimeSpan longestPause)
    {
        (_windows, _longestPause) = (windows, longestPause);
        _history = [.. windows.Select(window => new SlidingWindowLog(window.Limit, window.Length))];
        _limits = [.. windows.Select(window => window.Limit)];
    }

    /// <summary>Gets the limit of each window: the configured one, or a lower one that the API reported.</summary>
    public IReadOnlyList<int> Limits => _limits;

    /// <summary>Returns the number of requests that this process completed in a window.</summary>
    /// <param name="window">The index of the window.</param>
    public int CompletedCount(int window) => _history[window].Count;

    public bool HasHistory(long now)
    {
        // The longest window has the oldest requests.
        _history[^1].Forget(now);
        return _history[^1].Count > 0;
    }

    /// <summary>Records a completed request.</summary>
    /// <returns>The time until which its rejection pauses all requests, or <see langword="null"/> if it was accepted.</returns>
    public long? Complete(InboxPermitResult result, long now)
    {
        foreach (var log in _history)
        {
            log.Forget(now);
            log.Add(now, 1);
        }

        // A long outage.
        if (_completed.Count >= 4 * UsageStep.MaxCount)
            _completed = UsageStep.Combine(_completed);
        _completed.Add(new(now, 1));
        _completedTotal++;
        var isRejected = result.Outcome == InboxPermitOutcome.Rejected;
        long? pausedUntil = isRejected ? now + Pause(result) : null;
        if (isRejected)
            _pausedUntil = Math.Max(_pausedUntil ?? 0, pausedUntil!.Value);
        else
            _acceptedCount++;
        if (result is { Limit: { } limit, Remaining: { } remaining })
        {
            // The headers do not identify their window: it is the one with their limit, or else the shortest.
            var window = _windows.Count - 1;
            while (window > 0 && _windows[window].Limit != limit)
                window--;
            _limits[window] = Math.Clamp(limit, 1, _windows[window].Limit);
            _reported = new(window, Math.Max(0, remaining), isRejected ? result.RetryAfter : null);
        }

        return pausedUntil;
    }

    /// <summary>Returns a call that also reports what was not reported yet.</summary>
    public QuotaCall Report(QuotaCall call)
    {
        call = call with
        {
            Completed = UsageStep.Combine(_completed),
            CompletedTotal = _completedTotal,
            AcceptedCount = _acceptedCount,
            PausedUntil = _pausedUntil,
            Reported = _reported,
        };
        (_completed, _acceptedCount, _pausedUntil, _reported) = ([], 0, null, null);
        return call;
    }

    /// <summary>Returns a call that also reports all requests in the windows, to restore a state that was lost.</summary>
    public QuotaCall ReportHistory(QuotaCall call, long now)
    {
        var completed = UsageStep.Combine([.. call.Completed, .. _completed]);
        _completed = [];
        return call with
        {
            Completed = completed,
            CompletedTotal = _completedTotal,
            History =
            [
                .. _history.Select(log =>
                {
                    log.Forget(now);
                    return (IReadOnlyList<UsageStep>)UsageStep.Combine([.. log.Entries().Select(entry => new UsageStep(entry.At, entry.Count))]);
                }),
            ],
        };
    }

    /// <summary>Takes back what a call without a reply reported: the next one reports it again.</summary>
    public void TakeBack(QuotaCall call)
    {
        _completed.InsertRange(0, call.Completed);
        _acceptedCount += call.AcceptedCount;
        _pausedUntil = call.PausedUntil is { } until ? Math.Max(until, _pausedUntil ?? 0) : _pausedUntil;
        _reported ??= call.Reported;
    }

    // Up to the length of the window that the rejection identifies, or else up to the maximum for a single rejection.
    private long Pause(InboxPermitResult result)
    {
        var longest = _longestPause;
        foreach (var window in _windows)
        {
            if (window.Length > longest && (window.Length == result.Window || (window.Limit == result.Limit && result.Remaining == 0)))
                longest = window.Length;
        }

        return Math.Clamp((result.RetryAfter ?? result.ResetAfter ?? TimeSpan.FromSeconds(1)).Ticks, 0, Math.Min(longest.Ticks, _windows[^1].Length.Ticks));
    }
}
