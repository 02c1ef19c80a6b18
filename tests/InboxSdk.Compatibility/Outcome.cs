namespace InboxSdk.Compatibility;

/// <summary>Specifies the outcome of a request at a server.</summary>
public enum Outcome
{
    /// <summary>The documented response of the API.</summary>
    Success,

    /// <summary>503, of the API.</summary>
    Unavailable,

    /// <summary>429, of the API.</summary>
    RateLimited,

    /// <summary>200 with a page of an intermediary.</summary>
    Html,
}
