using Microsoft.Extensions.Logging;

namespace InboxSdk.RateLimiting;

/// <summary>The settings of a <see cref="SharedQuota"/>.</summary>
internal sealed record SharedQuotaSettings
{
    public required string Name { get; init; }

    public required RateLimitKind Kind { get; init; }

    /// <summary>Gets the name of the requests that count against the quota, for metrics.</summary>
    public string KindName => Kind switch
    {
        RateLimitKind.Read => "read",
        RateLimitKind.Write => "write",
        _ => "all",
    };

    /// <summary>Gets the name of the requests, for messages.</summary>
    public string Description => Kind switch
    {
        RateLimitKind.Read => "reads",
        RateLimitKind.Write => "writes",
        _ => "requests",
    };

    public required IReadOnlyList<QuotaWindow> Windows { get; init; }

    public required double BulkReserve { get; init; }

    /// <summary>Gets the maximum pause after a single rejection.</summary>
    public required TimeSpan LongestPause { get; init; }

    public required TimeSpan Lease { get; init; }

    public required RedisOutagePolicy OnOutage { get; init; }

    public required int ExpectedProcessCount { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>Gets a source of numbers from 0 to 1.</summary>
    public required Func<double> Random { get; init; }
}
