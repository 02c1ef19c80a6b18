namespace InboxSdk;

/// <summary>Represents the prospects with a status.</summary>
public sealed record PipelineStage
{
    /// <summary>Gets the status; <see langword="null"/> for prospects without one.</summary>
    public Status? Status { get; init; }

    /// <summary>Gets the number of prospects.</summary>
    public long Count { get; init; }

    /// <summary>Gets their total valuation, in the team's currency. A missing valuation counts as 0, and the sum is limited to the range of <see cref="decimal"/>.</summary>
    public decimal TotalValuation { get; init; }
}
