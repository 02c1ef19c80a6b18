namespace InboxSdk.Sandbox.RateLimits;

/// <summary>Counts requests against one limit. Implementations are safe to use from any thread.</summary>
internal interface IRateWindow
{
    /// <summary>Takes one permit if there is one.</summary>
    RateDecision Take(DateTimeOffset now);
}

/// <summary>What a window decided, and what the answer's headers tell about it.</summary>
/// <param name="Allowed">Whether the request goes through.</param>
/// <param name="Limit">The permits of a whole window.</param>
/// <param name="Remaining">The permits left after this request.</param>
/// <param name="ResetsAt">When the next permit comes back.</param>
internal readonly record struct RateDecision(bool Allowed, int Limit, int Remaining, DateTimeOffset ResetsAt);
