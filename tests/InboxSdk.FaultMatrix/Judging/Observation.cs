using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Judging;

/// <summary>What was seen of one call, by its caller and at the server.</summary>
internal sealed record Observation
{
    /// <summary>Gets whether the call never ended.</summary>
    public bool IsHang { get; init; }

    /// <summary>Gets what the call threw; null for a result.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Gets whether the result is the right one.</summary>
    public bool IsResultRight { get; init; }

    /// <summary>Gets how many attempts the client sent.</summary>
    public int Sent { get; init; }

    /// <summary>Gets what arrived at the server.</summary>
    public IReadOnlyList<Arrival> Arrivals { get; init; } = [];

    /// <summary>Gets how many times the effect is there; null where the state does not show it.</summary>
    public int? Effects { get; init; }

    /// <summary>Gets how long the call took, by the client's clock.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets what is wrong with a call that the same client makes afterwards, to a healthy server; null for nothing.</summary>
    public string? Afterwards { get; init; }

    public IEnumerable<Arrival> Targets => Arrivals.Where(arrival => arrival.IsTarget);

    public bool IsApplied => Arrivals.Any(arrival => arrival.IsApplied);
}
