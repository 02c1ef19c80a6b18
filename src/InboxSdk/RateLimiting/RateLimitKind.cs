namespace InboxSdk;

/// <summary>Specifies the requests that count against a rate limit.</summary>
public enum RateLimitKind
{
    /// <summary>Requests that read (GET).</summary>
    Read,

    /// <summary>Requests that write (POST, PATCH, PUT, DELETE).</summary>
    Write,

    /// <summary>All requests, reads and writes together, as on v2.</summary>
    All,
}
