namespace InboxSdk.FaultMatrix.Server;

/// <summary>A request that reached the server, and what became of it there.</summary>
internal sealed class Arrival
{
    /// <summary>Gets the request; null for a connection that was closed before one was read.</summary>
    public WireRequest? Request { get; init; }

    /// <summary>Gets whether it is one of those that the fault is meant for.</summary>
    public bool IsTarget { get; init; }

    /// <summary>Gets whether the fault met it.</summary>
    public bool IsHit { get; init; }

    /// <summary>Gets or sets whether the API changed something for it.</summary>
    public bool IsApplied { get; set; }

    /// <summary>Gets or sets the status of the API's response; null where the API did not see the request.</summary>
    public int? ApiStatus { get; set; }

    /// <summary>Gets or sets the status that the client was sent; null where it was sent no whole head of a response.</summary>
    public int? SentStatus { get; set; }

    /// <summary>Gets whether the client was sent the API's own refusal.</summary>
    public bool IsRefused => ApiStatus >= 400 && SentStatus == ApiStatus;
}
