namespace InboxSdk.BulkKill;

/// <summary>What a kill test found.</summary>
internal sealed record KillReport
{
    public int Kills { get; init; }

    public int CompleteRuns { get; init; }

    public int Changes { get; init; }

    /// <summary>Changes that were in flight at a kill, and were told as such by the next run.</summary>
    public int ToldInFlight { get; init; }

    /// <summary>Requests that were sent again, because nobody could know.</summary>
    public int SentAgain { get; init; }

    /// <summary>Requests the server refused for its limits.</summary>
    public int Refused { get; init; }

    /// <summary>Faults: changes reported done and sent again; sent twice without being told; never made; final states that are not the input's; wrong order.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public bool IsGood => Faults.Count == 0;

    public override string ToString() =>
        $"{Kills} kills, {CompleteRuns} runs of {KillInput.Changes} changes brought to their end, {Changes} changes, {ToldInFlight} told as in flight, "
        + $"{SentAgain} requests sent again for them, {Refused} refused for the limits, {Faults.Count} faults{string.Concat(Faults.Select(fault => "\n" + fault))}";
}
