using InboxSdk.Sandbox.Seeding;

namespace InboxSdk.Sandbox;

/// <summary>Says which requests a fault hits; made by <see cref="SandboxFaults"/>. Safe to use from any thread.</summary>
public sealed class SandboxFaultRule
{
    private readonly object _gate = new();
    private readonly SandboxFaults _owner;
    private readonly IReadOnlyList<SandboxFault> _faults;
    private readonly Func<SandboxRequest, bool>? _when;
    private SeededRandom _random;
    private int _hits;

    internal SandboxFaultRule(SandboxFaults owner, SeededRandom random, IReadOnlyList<SandboxFault> faults, Func<SandboxRequest, bool>? when)
    {
        (_owner, _faults, _when) = (owner, faults, when);
        _random = random;
    }

    /// <summary>Gets how many requests it hit so far.</summary>
    public int Hits
    {
        get
        {
            lock (_gate)
                return _hits;
        }
    }

    internal int MaxHits { get; init; } = int.MaxValue;

    internal double Probability { get; init; } = 1;

    internal DateTimeOffset EndsAt { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Ends it: from now on it hits no request. Those already stalled or dripping stay so. Further calls do nothing.</summary>
    public void Remove() => _owner.Remove(this);

    /// <summary>Decides about a request that no earlier rule hit.</summary>
    internal SandboxFault? Hit(SandboxRequest request, DateTimeOffset now)
    {
        // The test's own code, so not under the lock.
        if (_when is not null && !_when(request))
            return null;

        lock (_gate)
        {
            if (_hits == MaxHits || now >= EndsAt || !Draw())
                return null;
            _hits++;
            return _random.Pick(_faults);
        }
    }

    // One draw for each matching request: whether the tenth is hit depends on the seed alone, not on what the others were.
    private bool Draw()
    {
        const long Scale = 1L << 53;
        return _random.Below(Scale) < Probability * Scale;
    }
}
