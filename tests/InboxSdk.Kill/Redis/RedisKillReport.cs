namespace InboxSdk.Kill.Redis;

/// <summary>Represents the result of a kill test with processes that take over from each other.</summary>
internal sealed record RedisKillReport
{
    /// <summary>What the processes do.</summary>
    public required string Work { get; init; }

    /// <summary>The duration of the leases.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>The number of processes that lost their lease without a kill.</summary>
    public int LostCount { get; init; }

    /// <summary>The number of kills of a process that worked.</summary>
    public int Kills { get; init; }

    /// <summary>The number of kills of a process that waited.</summary>
    public int StandbyKills { get; init; }

    public IReadOnlyList<TimeSpan> TakeOvers { get; init; } = [];

    /// <summary>The number of changes or events.</summary>
    public long Items { get; init; }

    /// <summary>The number of changes or events that were in hand at a kill, and sent or handled again.</summary>
    public int Repeated { get; init; }

    /// <summary>The number of processes that took over later than 2 seconds after the end of the lease. On a slow machine, this is no error.</summary>
    public int LateCount => TakeOvers.Count(time => time > Lease + TimeSpan.FromSeconds(2));

    /// <summary>The errors: what was lost, reported or handled twice without being in hand at a kill, or in the wrong order.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public bool IsGood => Faults.Count == 0;

    public override string ToString()
    {
        var times = TakeOvers.Order().ToList();
        var (median, longest) = times.Count == 0 ? (TimeSpan.Zero, TimeSpan.Zero) : (times[times.Count / 2], times[^1]);
        return $"{Work}: {Kills} kills, {TakeOvers.Count} taken over after {median.TotalSeconds:0.0} s (median), {longest.TotalSeconds:0.0} s (longest), lease {Lease.TotalSeconds} s, {LateCount} late; "
            + $"{StandbyKills} kills in standby, {LostCount} lost without a kill, {Items} in all, {Repeated} in hand at a kill and repeated, {Faults.Count} faults{string.Concat(Faults.Take(20).Select(fault => "\n" + fault))}";
    }
}
