namespace InboxSdk;

/// <summary>Specifies the priority of requests in the rate limiter. Set it for a piece of work with <see cref="RateLimitScope.Begin"/>.</summary>
public enum RateLimitPriority
{
    /// <summary>The default. Such requests go first, may use the whole limit, and wait no longer than the call's deadline.</summary>
    Interactive,

    /// <summary>For work in bulk. Such requests leave a reserve of the limit to interactive ones and wait for the rate limit without bound: that wait does not count against the
    /// call's deadline.</summary>
    Bulk,
}
