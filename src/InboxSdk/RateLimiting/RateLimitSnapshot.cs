using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Represents the usage of the rate limits at a point in time.</summary>
public sealed record RateLimitSnapshot
{
    /// <summary>Gets the windows, without duplicates; empty if the rate limiter is disabled.</summary>
    public IReadOnlyList<RateLimitWindowSnapshot> Windows { get; init => field = ValueList.Of(value); } = ValueList<RateLimitWindowSnapshot>.Empty;

    /// <summary>Estimates the time until a number of further requests is permitted, if no other process sends any.</summary>
    /// <param name="kind">The kind of the requests; <see cref="RateLimitKind.All"/> returns the slower of both.</param>
    /// <param name="requests">The number of requests, at least 0.</param>
    /// <returns>The time until the last of them is permitted; zero if all are permitted now, or no window applies. At most ten years after the next request.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="requests"/> is negative.</exception>
    public TimeSpan Estimate(RateLimitKind kind, long requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        return Windows.Where(window => window.AppliesTo(kind)).Select(window => window.Estimate(requests)).DefaultIfEmpty(TimeSpan.Zero).Max();
    }
}
