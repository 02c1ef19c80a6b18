namespace InboxSdk;

/// <summary>Says how requests are paced, so that the server never has to refuse one.</summary>
public sealed class InboxQuotaOptions
{
    internal static readonly QuotaWindow[] DocumentedReads = [new() { Limit = 100, Length = TimeSpan.FromMinutes(1) }];
    internal static readonly QuotaWindow[] DocumentedWrites = [new() { Limit = 30, Length = TimeSpan.FromMinutes(1) }];
    internal static readonly QuotaWindow[] DocumentedRequests =
    [
        new() { Limit = 300, Length = TimeSpan.FromMinutes(1) },
        new() { Limit = 10_000, Length = TimeSpan.FromHours(1) },
        new() { Limit = 100_000, Length = TimeSpan.FromDays(1) },
    ];

    /// <summary>Gets or sets whether requests are paced. <see langword="true"/> by default. When off, a refused request is still sent again after the
    /// server's hint.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Gets or sets the windows that all requests count against, reads and writes together; at least one. <see langword="null"/> by default: on v2 300 a minute,
    /// 10,000 an hour and 100,000 a day, as the API documents; on v1 <see cref="Reads"/> and <see cref="Writes"/> count instead.</summary>
    public IList<QuotaWindow>? Requests { get; set; }

    /// <summary>Gets or sets the windows that reads count against, on v1; at least one. <see langword="null"/> by default: 100 a minute, as the API documents. It excludes
    /// <see cref="Requests"/>.</summary>
    public IList<QuotaWindow>? Reads { get; set; }

    /// <summary>Gets or sets the windows that writes count against, on v1; at least one. <see langword="null"/> by default: 30 a minute, as the API documents. It excludes
    /// <see cref="Requests"/>.</summary>
    public IList<QuotaWindow>? Writes { get; set; }

    /// <summary>Gets or sets the share of every window that <see cref="QuotaPriority.Bulk"/> requests leave to interactive ones, 0 to 0.9. 0.1 by default.</summary>
    public double BulkReserve { get; set; } = 0.1;

    /// <summary>Gets or sets a quota that is shared: the <see cref="IInboxClient.Quota"/> of another client with the same token, or one of your own that
    /// several processes share. It replaces the windows above. <see langword="null"/> by default: none.</summary>
    public IInboxQuota? Shared { get; set; }

    internal InboxQuotaOptions Copy() => (InboxQuotaOptions)MemberwiseClone();
}
