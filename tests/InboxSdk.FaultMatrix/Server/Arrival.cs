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
}
