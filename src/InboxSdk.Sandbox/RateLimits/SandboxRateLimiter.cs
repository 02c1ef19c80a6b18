using InboxSdk.Sandbox.RateLimits;

namespace InboxSdk.Sandbox;

/// <summary>Counts requests against the rate limits of a sandbox. Thread-safe.</summary>
/// <example>
/// <code>
/// sandbox.RateLimits.Writes.Exhaust(25);   // consumed by another process: 5 of 30 are left
/// await RunAsync(inbox);
/// sandbox.RateLimits.Writes.Refused.Should().Be(0);
/// </code>
/// </example>
public sealed class SandboxRateLimiter
{
    internal SandboxRateLimiter(SandboxRateLimits limits, TimeProvider clock)
    {
        // Both counters share one lock and one instance of each window, because a window can count both.
        var syncRoot = new object();
        var windows = limits.AllWindows().Select(window => (window.Scope, Window: Create(window, limits.Algorithm))).ToList();
        Reads = Counter(SandboxRateScope.Reads);
        Writes = Counter(SandboxRateScope.Writes);

        SandboxRateCounter Counter(SandboxRateScope scope) =>
            new(windows.Where(each => each.Scope == scope || each.Scope == SandboxRateScope.All).Select(each => each.Window), syncRoot, clock);
    }

    /// <summary>Gets the counter of reads (GET).</summary>
    public SandboxRateCounter Reads { get; }

    /// <summary>Gets the counter of writes (every other method).</summary>
    public SandboxRateCounter Writes { get; }

    private static IRateWindow Create(SandboxRateWindow window, SandboxRateAlgorithm algorithm) => algorithm switch
    {
        SandboxRateAlgorithm.Fixed => new FixedWindow(window.Limit, window.Length),
        SandboxRateAlgorithm.Gcra => new GcraWindow(window.Limit, window.Length),
        _ => new SlidingWindow(window.Limit, window.Length),
    };
}
