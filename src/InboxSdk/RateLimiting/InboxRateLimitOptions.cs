namespace InboxSdk;

/// <summary>Provides options for the rate limiter, which keeps the client within the limits of the server.</summary>
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

    /// <summary>Gets or sets whether the rate limiter is enabled. The default is <see langword="true"/>. If disabled, a rejected request is still retried after its
    /// <c>Retry-After</c>.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Gets or sets the windows of all requests, reads and writes together; at least one. The default is <see langword="null"/>: on v2 the documented 300 a minute,
    /// 10,000 an hour and 100,000 a day; on v1 <see cref="Reads"/> and <see cref="Writes"/> apply instead.</summary>
    public IList<RateLimitWindow>? Requests { get; set; }

    /// <summary>Gets or sets the windows of reads on v1; at least one. The default is <see langword="null"/>, the documented 100 a minute. Mutually exclusive with
    /// <see cref="Requests"/>.</summary>
    public IList<RateLimitWindow>? Reads { get; set; }

    /// <summary>Gets or sets the windows of writes on v1; at least one. The default is <see langword="null"/>, the documented 30 a minute. Mutually exclusive with
    /// <see cref="Requests"/>.</summary>
    public IList<RateLimitWindow>? Writes { get; set; }

    /// <summary>Gets or sets the share of every window that is reserved for interactive requests and not available to <see cref="RateLimitPriority.Bulk"/> ones, 0 to 0.9. The
    /// default is 0.1.</summary>
    public double BulkReserve { get; set; } = 0.1;

    /// <summary>Gets or sets the rate limiter to use instead of the client's own: one of <see cref="InboxRateLimiter.Create"/> that several clients share, or a custom
    /// implementation. It replaces the windows above. The default is <see langword="null"/>.</summary>
    public IInboxRateLimiter? Limiter { get; set; }

    internal InboxRateLimitOptions Copy() => (InboxRateLimitOptions)MemberwiseClone();
}
