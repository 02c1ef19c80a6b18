using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Judging;

/// <summary>Represents the observation of one call, by its caller and at the server.</summary>
internal sealed record Observation
{
    /// <summary>Gets whether the call did not end.</summary>
    public bool IsHang { get; init; }

    /// <summary>Gets the exception of the call; null for a result.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Gets whether the result is right.</summary>
    public bool IsResultRight { get; init; }

    /// <summary>Gets the number of attempts that the client sent.</summary>
    public int Sent { get; init; }

    /// <summary>Gets the requests that arrived at the server.</summary>
    public IReadOnlyList<Arrival> Arrivals { get; init; } = [];

    /// <summary>Gets the number of times the effect was applied; null if the state does not show it.</summary>
    public int? Effects { get; init; }

    /// <summary>Gets the duration of the call, by the client's clock.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets the failure of the next call of the same client, to a healthy server; null if it succeeds.</summary>
    public string? Afterwards { get; init; }

    public IEnumerable<Arrival> Targets => Arrivals.Where(arrival => arrival.IsTarget);

    public bool IsApplied => Arrivals.Any(arrival => arrival.IsApplied);
}
