using InboxSdk.Sandbox.RateLimits;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox;

/// <summary>Counts requests against the rate limits of a sandbox. Thread-safe.</summary>
/// <example>
/// <code>
/// sandbox.RateLimits.Writes.Exhaust(25);   // consumed by another process: 5 of 30 are left
/// await RunAsync(inbox);
/// sandbox.RateLimits.Writes.RejectedCount.Should().Be(0);
/// </code>
/// </example>
public sealed class SandboxRateLimiter
{
    // Both counters share one lock and one instance of each window, because a window can count both.
    private readonly object _lock = new();
    private readonly TimeProvider _clock;
    private IReadOnlyList<(SandboxRateScope Scope, IRateWindow Window)> _windows = [];

    internal SandboxRateLimiter(SandboxRateLimits limits, TimeProvider clock)
    {
        _clock = clock;
        Reads = new(_lock, clock);
        Writes = new(_lock, clock);
        Apply(limits);
    }

    /// <summary>Gets the counter of reads (GET).</summary>
    public SandboxRateCounter Reads { get; }

    /// <summary>Gets the counter of writes (every other method).</summary>
    public SandboxRateCounter Writes { get; }

    /// <summary>Returns the counter of the requests with a method.</summary>
    internal SandboxRateCounter CounterOf(string method) => HttpMethods.IsGet(method) ? Reads : Writes;

    /// <summary>Gets the limits in effect.</summary>
    internal SandboxRateLimits Limits { get; private set; } = SandboxRateLimits.Off;

    /// <summary>Replaces the limits. All permits are available again.</summary>
    internal void Apply(SandboxRateLimits limits)
    {
        lock (_lock)
        {
            Limits = limits;
            _windows = [.. limits.AllWindows().Select(window => (window.Scope, Create(window, limits.Algorithm)))];
            Reads.Use(WindowsOf(SandboxRateScope.Reads));
            Writes.Use(WindowsOf(SandboxRateScope.Writes));
        }
    }

    /// <summary>Consumes permits of every window, as many as it has left at most.</summary>
    /// <returns>The largest number consumed of a window, or null if there is none.</returns>
    internal int? Exhaust(int count)
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            int? most = null;
            foreach (var (_, window) in _windows)
            {
                var spent = Math.Min(count, window.Remaining(now));
                window.Take(spent, now);
                most = Math.Max(most ?? 0, spent);
            }

            return most;
        }
    }

    /// <summary>Returns the windows with the permits that they have left.</summary>
    internal IReadOnlyList<(SandboxRateScope Scope, RateWindowState State)> Snapshot()
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            return [.. _windows.Select(each => (each.Scope, RateWindowState.Of(each.Window, now)))];
        }
    }

    private IEnumerable<IRateWindow> WindowsOf(SandboxRateScope scope) =>
        _windows.Where(each => each.Scope == scope || each.Scope == SandboxRateScope.All).Select(each => each.Window);

    private static IRateWindow Create(SandboxRateWindow window, SandboxRateAlgorithm algorithm) => algorithm switch
    {
        SandboxRateAlgorithm.Fixed => new FixedWindow(window.Limit, window.Length),
        SandboxRateAlgorithm.Gcra => new GcraWindow(window.Limit, window.Length),
        _ => new SlidingWindow(window.Limit, window.Length),
    };
}
