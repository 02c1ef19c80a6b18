using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Determines the requests that a fault applies to: the first target of the operation, or all of them.</summary>
internal sealed class FaultPlan(Fault fault, bool isAlways, Func<WireRequest, bool> isTarget)
{
    private int _hits;

    public Fault Fault { get; } = fault;

    public bool IsAlways { get; } = isAlways;

    /// <summary>Gets the number of targets that pass before the first hit.</summary>
    public int Skipped { get; init; }

    public bool IsTarget(WireRequest request) => isTarget(request);

    /// <summary>Consumes the next hit, if there is one.</summary>
    public bool TryHit()
    {
        var hit = Interlocked.Increment(ref _hits) - Skipped;
        return hit == 1 || (hit > 1 && IsAlways);
    }
}
