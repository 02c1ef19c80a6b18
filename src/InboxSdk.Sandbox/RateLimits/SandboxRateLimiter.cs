using InboxSdk.Sandbox.RateLimits;

namespace InboxSdk.Sandbox;

/// <summary>Shows what the rate limits of a sandbox did, and lets others use them up. Safe to use from any thread.</summary>
/// <example>
/// <code>
/// sandbox.RateLimits.Writes.UseUp(25);   // another process was busy a moment ago: 5 of 30 are left
/// await RunAsync(inbox);
/// sandbox.RateLimits.Writes.Refused.Should().Be(0);
/// </code>
/// </example>
public sealed class SandboxRateLimiter
{
    internal SandboxRateLimiter(SandboxRateLimits limits, TimeProvider clock)
    {
        // One lock and one instance of each window for both, since a window may count both.
        var gate = new object();
        var windows = limits.AllWindows().Select(window => (window.Scope, Window: Create(window, limits.Algorithm))).ToList();
        Reads = Counter(SandboxRateScope.Reads);
        Writes = Counter(SandboxRateScope.Writes);

        SandboxRateCounter Counter(SandboxRateScope scope) =>
            new(windows.Where(each => each.Scope == scope || each.Scope == SandboxRateScope.All).Select(each => each.Window), gate, clock);
    }

    /// <summary>Gets the count of the reads (GET).</summary>
    public SandboxRateCounter Reads { get; }

    /// <summary>Gets the count of the writes (every other method).</summary>
    public SandboxRateCounter Writes { get; }

    private static IRateWindow Create(SandboxRateWindow window, SandboxRateAlgorithm algorithm) => algorithm switch
    {
        SandboxRateAlgorithm.Fixed => new FixedWindow(window.Limit, window.Length),
        SandboxRateAlgorithm.Gcra => new GcraWindow(window.Limit, window.Length),
        _ => new SlidingWindow(window.Limit, window.Length),
    };
}
