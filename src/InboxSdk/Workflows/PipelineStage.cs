namespace InboxSdk;

/// <summary>Represents the prospects with a status.</summary>
/// <param name="Status">The status; <see langword="null"/> for prospects without one.</param>
/// <param name="Count">The number of prospects.</param>
/// <param name="TotalValuation">Their total valuation, in the team's currency. A missing valuation counts as 0, and the sum is limited to the range of
/// <see cref="decimal"/>.</param>
public sealed record PipelineStage(Status? Status, long Count, decimal TotalValuation);
