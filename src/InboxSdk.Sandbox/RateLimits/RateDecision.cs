namespace InboxSdk.Sandbox.RateLimits;

/// <summary>The decision about a request.</summary>
/// <param name="Allowed">Whether the request is allowed.</param>
/// <param name="Tightest">The window with the fewest permits left, which the headers report. Without a limit, an almost unused window of a minute.</param>
internal readonly record struct RateDecision(bool Allowed, RateWindowState Tightest);

/// <summary>A snapshot of a window.</summary>
/// <param name="Limit">The number of permits per window.</param>
/// <param name="Length">The length of a window.</param>
/// <param name="Remaining">The permits available.</param>
/// <param name="NextPermit">When the next permit is restored.</param>
/// <param name="Now">When the snapshot was taken.</param>
internal sealed record RateWindowState(int Limit, TimeSpan Length, int Remaining, DateTimeOffset NextPermit, DateTimeOffset Now)
{
    /// <summary>Takes a snapshot of a window. If no permit is taken, the next one is available now.</summary>
    public static RateWindowState Of(IRateWindow window, DateTimeOffset now)
    {
        var remaining = window.Remaining(now);
        return new(window.Limit, window.Length, remaining, remaining < window.Limit ? window.NextPermit(now) : now, now);
    }

    /// <summary>The window to report if there is no limit: the API sends the headers with every response.</summary>
    public static RateWindowState Unlimited(DateTimeOffset now)
    {
        var length = TimeSpan.FromMinutes(1);
        return new(SandboxRateLimits.MaxLimit, length, SandboxRateLimits.MaxLimit - 1, now + length, now);
    }
}
