namespace InboxSdk.Kill.Bulk;

/// <summary>Represents the result of a kill test.</summary>
internal sealed record BulkKillReport
{
    public int Kills { get; init; }

    public int CompleteRuns { get; init; }

    public int Changes { get; init; }

    /// <summary>The number of changes in flight at a kill that the next run reported as such.</summary>
    public int MarkedInFlight { get; init; }

    /// <summary>The number of requests resent because their outcome was unknown.</summary>
    public int Resent { get; init; }

    /// <summary>The number of requests that the server rejected for its rate limits.</summary>
    public int Rejected { get; init; }

    /// <summary>The errors: changes reported as succeeded and resent; sent twice without being marked; never sent; final states that differ from the input; wrong order.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public bool IsGood => Faults.Count == 0;

    public override string ToString() =>
        $"{Kills} kills, {CompleteRuns} runs of {BulkInput.Changes} changes completed, {Changes} changes, {MarkedInFlight} marked as in flight, "
        + $"{Resent} requests resent for them, {Rejected} rejected for the rate limits, {Faults.Count} faults{string.Concat(Faults.Select(fault => "\n" + fault))}";
}
