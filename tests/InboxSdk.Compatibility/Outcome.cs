namespace InboxSdk.Compatibility;

/// <summary>What a server makes of a request.</summary>
public enum Outcome
{
    /// <summary>It responds as the API describes.</summary>
    Success,

    /// <summary>503, of the API.</summary>
    Unavailable,

    /// <summary>429, of the API.</summary>
    RateLimited,

    /// <summary>200 with a page of an intermediary.</summary>
    Html,
}
