using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Which requests a fault meets: the first of the operation's target, or all of them.</summary>
internal sealed class FaultPlan(Fault fault, bool isAlways, Func<WireRequest, bool> isTarget)
{
    private int _hits;

    public Fault Fault { get; } = fault;

    public bool IsAlways { get; } = isAlways;

    /// <summary>Gets how many targets pass before the first hit.</summary>
    public int Skipped { get; init; }

    public bool IsTarget(WireRequest request) => isTarget(request);

    /// <summary>Takes the next hit, if there is one.</summary>
    public bool TryHit()
    {
        var hit = Interlocked.Increment(ref _hits) - Skipped;
        return hit == 1 || (hit > 1 && IsAlways);
    }
}
