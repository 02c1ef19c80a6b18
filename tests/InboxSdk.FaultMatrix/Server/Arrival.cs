namespace InboxSdk.FaultMatrix.Server;

/// <summary>Represents a request that arrived at the server, and its outcome there.</summary>
internal sealed class Arrival
{
    /// <summary>Gets the request; null for a connection that was closed before one was read.</summary>
    public WireRequest? Request { get; init; }

    /// <summary>Gets whether the request is a target of the fault.</summary>
    public bool IsTarget { get; init; }

    /// <summary>Gets whether the fault was applied to it.</summary>
    public bool IsHit { get; init; }

    /// <summary>Gets or sets whether the API applied it.</summary>
    public bool IsApplied { get; set; }

    /// <summary>Gets or sets the status of the API's response; null if the API did not receive the request.</summary>
    public int? ApiStatus { get; set; }

    /// <summary>Gets or sets the status sent to the client; null if the headers of the response were not sent completely.</summary>
    public int? SentStatus { get; set; }

    /// <summary>Gets whether the API's own refusal was sent to the client.</summary>
    public bool IsRefused => ApiStatus >= 400 && SentStatus == ApiStatus;
}
