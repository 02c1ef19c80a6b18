namespace InboxSdk.Kill.Events;

/// <summary>Represents the result of a kill test of events.</summary>
internal sealed record EventKillReport
{
    public int Kills { get; init; }

    /// <summary>The number of events that occurred.</summary>
    public long Events { get; init; }

    /// <summary>The number of events that were in hand at a kill, and handled again.</summary>
    public int Repeated { get; init; }

    /// <summary>The number of requests for events.</summary>
    public int Requests { get; init; }

    /// <summary>The errors: events that were lost, out of order within an object, or repeated without being in hand at a kill.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public bool IsGood => Faults.Count == 0;

    public override string ToString() =>
        $"{Kills} kills, {Events} events, {Repeated} in hand at a kill and handled again, {Requests} requests for events, {Faults.Count} faults{string.Concat(Faults.Take(20).Select(fault => "\n" + fault))}";
}
