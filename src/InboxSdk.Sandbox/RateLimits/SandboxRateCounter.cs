using InboxSdk.Sandbox.RateLimits;

namespace InboxSdk.Sandbox;

/// <summary>Counts the requests of one kind against the rate limits. Safe to use from any thread.</summary>
public sealed class SandboxRateCounter
{
    private readonly IReadOnlyList<IRateWindow> _windows;
    private readonly object _gate;
    private readonly TimeProvider _clock;
    private int _accepted;
    private int _refused;

    internal SandboxRateCounter(IEnumerable<IRateWindow> windows, object gate, TimeProvider clock)
    {
        _windows = [.. windows];
        _gate = gate;
        _clock = clock;
    }

    /// <summary>Gets how many requests the limits let through so far. With no limit, all that carry the token.</summary>
    public int Accepted
    {
        get
        {
            lock (_gate)
                return _accepted;
        }
    }

    /// <summary>Gets how many requests the limits refused (429) so far.</summary>
    public int Refused
    {
        get
        {
            lock (_gate)
                return _refused;
        }
    }

    /// <summary>Spends permits at this moment, as other processes with the same token would; <see cref="Accepted"/> does not count them.</summary>
    /// <param name="count">How many, at least 0; where fewer are left, those. Default: all that are left.</param>
    /// <returns>How many were spent.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">This kind of request has no limit.</exception>
    public int UseUp(int count = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (_windows.Count == 0)
            throw new InvalidOperationException($"There is nothing to use up: set {nameof(InboxSandboxOptions)}.{nameof(InboxSandboxOptions.RateLimits)}.");

        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var spent = Math.Min(count, _windows.Min(window => window.Remaining(now)));
            Take(spent, now);
            return spent;
        }
    }

    /// <summary>Takes one permit from every window if each has one.</summary>
    internal RateDecision Decide()
    {
        lock (_gate)
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

            // Of several windows that have none left the one that is closed longest: its next permit is when a request goes through again.
            var tightest = _windows.OrderBy(window => window.Remaining(now)).ThenByDescending(window => NextPermit(window, now)).FirstOrDefault();
            return tightest is null
                ? new RateDecision(allowed, RateWindowState.Unlimited(now))
                : new RateDecision(allowed, new(tightest.Limit, tightest.Length, tightest.Remaining(now), tightest.NextPermit(now), now));
        }
    }

    private static DateTimeOffset NextPermit(IRateWindow window, DateTimeOffset now) =>
        window.Remaining(now) < window.Limit ? window.NextPermit(now) : DateTimeOffset.MinValue;

    private void Take(int count, DateTimeOffset now)
    {
        foreach (var window in _windows)
            window.Take(count, now);
    }
}
