namespace InboxSdk.Sandbox.RateLimits;

/// <summary>What the limits decided about a request.</summary>
/// <param name="Allowed">Whether it goes through.</param>
/// <param name="Tightest">The window with the fewest permits left after it, which is what the headers tell; none without a limit.</param>
internal readonly record struct RateDecision(bool Allowed, RateWindowState? Tightest);

/// <summary>A window at one moment.</summary>
/// <param name="Limit">The permits of a whole window.</param>
/// <param name="Length">How long a window is.</param>
/// <param name="Remaining">The permits left.</param>
/// <param name="NextPermit">When the next permit comes back.</param>
/// <param name="Now">The moment.</param>
internal sealed record RateWindowState(int Limit, TimeSpan Length, int Remaining, DateTimeOffset NextPermit, DateTimeOffset Now);
