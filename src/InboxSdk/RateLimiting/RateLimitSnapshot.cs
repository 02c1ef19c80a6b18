namespace InboxSdk;

/// <summary>Shows the usage of the rate limits at one time.</summary>
public sealed record RateLimitSnapshot
{
    /// <summary>Gets every window that requests count against, each once; empty when the rate limiter is disabled.</summary>
    public IReadOnlyList<RateLimitWindowSnapshot> Windows { get; init; } = [];

    /// <summary>Estimates how long it takes until a number of further requests may be sent, if no other process sends any.</summary>
    /// <param name="kind">The kind of the requests; <see cref="RateLimitKind.All"/> for the slower of both.</param>
    /// <param name="requests">The number of requests, at least 0.</param>
    /// <returns>The time until the last of them may be sent; zero when all may be sent now, or no window applies. At most ten years after the next request.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="requests"/> is negative.</exception>
    public TimeSpan Estimate(RateLimitKind kind, long requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        return Windows.Where(window => window.AppliesTo(kind)).Select(window => window.Estimate(requests)).DefaultIfEmpty(TimeSpan.Zero).Max();
    }
}
