namespace InboxSdk;

/// <summary>Provides the options of the rate limiter, which keeps the client within the limits of the server.</summary>
public sealed class InboxRateLimitOptions
{
    internal static readonly RateLimitWindow[] DocumentedReads = [new() { Limit = 100, Length = TimeSpan.FromMinutes(1) }];
    internal static readonly RateLimitWindow[] DocumentedWrites = [new() { Limit = 30, Length = TimeSpan.FromMinutes(1) }];
    internal static readonly RateLimitWindow[] DocumentedRequests =
    [
        new() { Limit = 300, Length = TimeSpan.FromMinutes(1) },
        new() { Limit = 10_000, Length = TimeSpan.FromHours(1) },
        new() { Limit = 100_000, Length = TimeSpan.FromDays(1) },
    ];

    /// <summary>Gets or sets whether the rate limiter is enabled. The default is <see langword="true"/>. When disabled, a refused request is still retried after its
    /// <c>Retry-After</c>.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Gets or sets the windows that all requests count against, reads and writes together; at least one. <see langword="null"/> by default: on v2 300 a minute,
    /// 10,000 an hour and 100,000 a day, as the API documents; on v1 <see cref="Reads"/> and <see cref="Writes"/> count instead.</summary>
    public IList<RateLimitWindow>? Requests { get; set; }

    /// <summary>Gets or sets the windows that reads count against, on v1; at least one. <see langword="null"/> by default: 100 a minute, as the API documents. It excludes
    /// <see cref="Requests"/>.</summary>
    public IList<RateLimitWindow>? Reads { get; set; }

    /// <summary>Gets or sets the windows that writes count against, on v1; at least one. <see langword="null"/> by default: 30 a minute, as the API documents. It excludes
    /// <see cref="Requests"/>.</summary>
    public IList<RateLimitWindow>? Writes { get; set; }

    /// <summary>Gets or sets the share of every window that <see cref="RateLimitPriority.Bulk"/> requests leave to interactive ones, 0 to 0.9. 0.1 by default.</summary>
    public double BulkReserve { get; set; } = 0.1;

    /// <summary>Gets or sets the rate limiter to use in place of the client's own: one of <see cref="InboxRateLimiter.Create"/> that several clients share, or an implementation of the
    /// application. It replaces the windows above. The default is <see langword="null"/>.</summary>
    public IInboxRateLimiter? Limiter { get; set; }

    internal InboxRateLimitOptions Copy() => (InboxRateLimitOptions)MemberwiseClone();
}
