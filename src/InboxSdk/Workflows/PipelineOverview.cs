namespace InboxSdk;

/// <summary>Represents the number of prospects per status, and their valuation.</summary>
/// <param name="Stages">The statuses in pipeline order, including empty ones.</param>
/// <param name="WithoutStatus">The prospects without a status.</param>
public sealed record PipelineOverview(IReadOnlyList<PipelineStage> Stages, PipelineStage WithoutStatus)
{
    /// <summary>Gets the number of prospects, with and without a status.</summary>
    public long Count => Stages.Sum(stage => stage.Count) + WithoutStatus.Count;

    /// <summary>Gets the total valuation, in the team's currency.</summary>
    public decimal TotalValuation => Stages.Select(stage => stage.TotalValuation).Append(WithoutStatus.TotalValuation).Aggregate(Workflows.PipelineSums.Sum);
}
