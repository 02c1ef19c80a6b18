namespace InboxSdk.Sandbox.RateLimits;

/// <summary>What the limits decided about a request.</summary>
/// <param name="Allowed">Whether it goes through.</param>
/// <param name="Tightest">The window with the fewest permits left after it, which is what the headers report; without a limit, a minute of which nearly nothing
/// is used.</param>
internal readonly record struct RateDecision(bool Allowed, RateWindowState Tightest);

/// <summary>A window at one moment.</summary>
/// <param name="Limit">The permits of a whole window.</param>
/// <param name="Length">How long a window is.</param>
/// <param name="Remaining">The permits left.</param>
/// <param name="NextPermit">When the next permit comes back.</param>
/// <param name="Now">The moment.</param>
internal sealed record RateWindowState(int Limit, TimeSpan Length, int Remaining, DateTimeOffset NextPermit, DateTimeOffset Now)
{
    /// <summary>A window for when there is no limit: the API sends the headers with every response, so a limit that no request meets is reported.</summary>
    public static RateWindowState Unlimited(DateTimeOffset now)
    {
        var length = TimeSpan.FromMinutes(1);
        return new(SandboxRateLimits.MaxLimit, length, SandboxRateLimits.MaxLimit - 1, now + length, now);
    }
}
