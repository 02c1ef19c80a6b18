namespace InboxSdk;

/// <summary>Specifies the priority of requests in the rate limiter. Set it for all calls within a scope with <see cref="RateLimitScope.Begin"/>, or for single calls with
/// <see cref="IInboxClient.WithOptions"/> (<see cref="InboxRequestOptions.Priority"/>).</summary>
public enum RateLimitPriority
{
    /// <summary>The default. These requests take priority, can use the whole limit, and wait no longer than the call's deadline.</summary>
    Interactive,

    /// <summary>For bulk work. These requests leave a reserve of the limit to interactive ones, and wait for the rate limit without a time limit: the wait does not count against
    /// the call's deadline.</summary>
    Bulk,
}
