namespace InboxSdk;

/// <summary>Says which quota a request counts against.</summary>
public enum QuotaKind
{
    /// <summary>A request that reads (GET).</summary>
    Read,

    /// <summary>A request that changes something (POST, PATCH, PUT, DELETE).</summary>
    Write,
}
