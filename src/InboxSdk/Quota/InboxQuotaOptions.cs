namespace InboxSdk;

/// <summary>Says how requests are paced, so that the server never has to refuse one.</summary>
public sealed class InboxQuotaOptions
{
    internal static readonly QuotaWindow[] DocumentedReads = [new() { Limit = 100, Length = TimeSpan.FromMinutes(1) }];
    internal static readonly QuotaWindow[] DocumentedWrites = [new() { Limit = 30, Length = TimeSpan.FromMinutes(1) }];

    /// <summary>Gets or sets whether requests are paced. <see langword="true"/> by default. When off, a refused request is still sent again after the
    /// server's hint.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Gets or sets the windows that reads count against. <see langword="null"/> by default: 100 a minute, as the API documents.</summary>
    public IList<QuotaWindow>? Reads { get; set; }

    /// <summary>Gets or sets the windows that writes count against. <see langword="null"/> by default: 30 a minute, as the API documents.</summary>
    public IList<QuotaWindow>? Writes { get; set; }

    /// <summary>Gets or sets the share of every window that <see cref="QuotaPriority.Bulk"/> requests leave to interactive ones, 0 to 0.9. 0.1 by default.</summary>
    public double BulkReserve { get; set; } = 0.1;

    /// <summary>Gets or sets a quota that is shared: the <see cref="IInboxClient.Quota"/> of another client with the same token, or one of your own that
    /// several processes share. It replaces the windows above. None by default.</summary>
    public IInboxQuota? Shared { get; set; }

    internal InboxQuotaOptions Copy() => (InboxQuotaOptions)MemberwiseClone();
}
