using InboxSdk.Sandbox.RateLimits;

namespace InboxSdk.Sandbox;

/// <summary>Counts the reads or the writes against the rate limits. Thread-safe.</summary>
public sealed class SandboxRateCounter
{
    private readonly object _lock;
    private readonly TimeProvider _clock;
    private IReadOnlyList<IRateWindow> _windows = [];
    private int _accepted;
    private int _refused;

    internal SandboxRateCounter(object syncRoot, TimeProvider clock)
    {
        _lock = syncRoot;
        _clock = clock;
    }

    /// <summary>Gets the number of requests that the limits have allowed. Without a limit, the number of all authenticated requests.</summary>
    public int AcceptedCount
    {
        get
        {
            lock (_lock)
                return _accepted;
        }
    }

    /// <summary>Gets the number of requests that the limits have rejected (429).</summary>
    public int RejectedCount
    {
        get
        {
            lock (_lock)
                return _refused;
        }
    }

    /// <summary>Consumes permits, as other processes with the same token would. They are not included in <see cref="AcceptedCount"/>.</summary>
    /// <param name="count">The number of permits, at least 0. If fewer are available, all of them. The default is all available permits.</param>
    /// <returns>The number of permits consumed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">There is no limit for these requests.</exception>
    public int Exhaust(int count = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        lock (_lock)
        {
            if (_windows.Count == 0)
                throw new InvalidOperationException($"There is no limit to use up. Set {nameof(InboxSandboxOptions)}.{nameof(InboxSandboxOptions.RateLimits)}.");
            var now = _clock.GetUtcNow();
            var spent = Math.Min(count, _windows.Min(window => window.Remaining(now)));
            Take(spent, now);
            return spent;
        }
    }

    /// <summary>Replaces the windows. The counts continue. Requires the lock.</summary>
    internal void Use(IEnumerable<IRateWindow> windows) => _windows = [.. windows];

    /// <summary>Takes one permit from every window if each has one.</summary>
    internal RateDecision Decide()
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            var allowed = _windows.All(window => window.Remaining(now) > 0);
            if (allowed)
            {
                Take(1, now);
                _accepted++;
            }
            else
            {
                _refused++;
            }

            return new(allowed, Tightest(now));
        }
    }

    /// <summary>Returns the window that the headers report, without taking a permit.</summary>
    internal RateWindowState Tightest()
    {
        lock (_lock)
            return Tightest(_clock.GetUtcNow());
    }

    // Of several exhausted windows, the one that stays exhausted longest: a request is allowed again at its next permit.
    private RateWindowState Tightest(DateTimeOffset now) =>
        _windows.OrderBy(window => window.Remaining(now)).ThenByDescending(window => NextPermit(window, now)).FirstOrDefault() is { } tightest
            ? RateWindowState.Of(tightest, now)
            : RateWindowState.Unlimited(now);

    private static DateTimeOffset NextPermit(IRateWindow window, DateTimeOffset now) =>
        window.Remaining(now) < window.Limit ? window.NextPermit(now) : DateTimeOffset.MinValue;

    private void Take(int count, DateTimeOffset now)
    {
        foreach (var window in _windows)
            window.Take(count, now);
    }
}
