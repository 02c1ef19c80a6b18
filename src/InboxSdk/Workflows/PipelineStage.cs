namespace InboxSdk;

/// <summary>The prospects in one status.</summary>
/// <param name="Status">The status; <see langword="null"/> for those in none.</param>
/// <param name="Count">How many prospects are in it.</param>
/// <param name="TotalValuation">What they are worth together, in the team's own currency; those without a valuation count as 0. A sum beyond what a
/// <see cref="decimal"/> holds stays at its bound.</param>
public sealed record PipelineStage(Status? Status, long Count, decimal TotalValuation);
