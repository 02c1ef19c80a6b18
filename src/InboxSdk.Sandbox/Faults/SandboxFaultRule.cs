using InboxSdk.Sandbox.Seeding;

namespace InboxSdk.Sandbox;

/// <summary>Defines which requests a fault hits. Created by <see cref="SandboxFaults"/>. Thread-safe.</summary>
public sealed class SandboxFaultRule
{
    private readonly object _lock = new();
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

    /// <summary>Gets the number of requests that the rule has hit.</summary>
    public int HitCount
    {
        get
        {
            lock (_lock)
                return _hits;
        }
    }

    /// <summary>The number of the rule, in the order they were added.</summary>
    internal int Number { get; set; }

    /// <summary>The requests that the rule selects, as text; null if a function selects them.</summary>
    internal string? Target { get; set; }

    internal IReadOnlyList<SandboxFault> Faults => _faults;

    internal bool HasPredicate => _when is not null;

    internal int MaxHits { get; init; } = int.MaxValue;

    internal double Probability { get; init; } = 1;

    internal DateTimeOffset EndsAt { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Removes the rule: it hits no further requests. Stalled and slow responses in progress are not affected. Subsequent calls do nothing.</summary>
    public void Remove() => _owner.Remove(this);

    /// <summary>Decides whether to hit a request that no earlier rule hit.</summary>
    internal SandboxFault? Hit(SandboxRequest request, DateTimeOffset now)
    {
        // Code of the test, so it does not run under the lock.
        if (_when is not null && !_when(request))
            return null;

        lock (_lock)
        {
            if (_hits == MaxHits || now >= EndsAt || !Draw())
                return null;
            _hits++;
            return _random.Pick(_faults);
        }
    }

    // One draw per matching request: whether the tenth is hit depends on the seed only, not on the requests before it.
    private bool Draw()
    {
        const long Scale = 1L << 53;
        return _random.Below(Scale) < Probability * Scale;
    }
}
