namespace InboxSdk;

/// <summary>How many prospects are in each status, and what they are worth.</summary>
/// <param name="Stages">One for each status, in the pipeline's order, also for those nobody is in.</param>
/// <param name="WithoutStatus">The prospects in no status.</param>
public sealed record PipelineOverview(IReadOnlyList<PipelineStage> Stages, PipelineStage WithoutStatus)
{
    /// <summary>Gets how many prospects there are, with and without a status.</summary>
    public long Count => Stages.Sum(stage => stage.Count) + WithoutStatus.Count;

    /// <summary>Gets what all prospects are worth together, in the team's own currency.</summary>
    public decimal TotalValuation => Stages.Select(stage => stage.TotalValuation).Append(WithoutStatus.TotalValuation).Aggregate(Workflows.PipelineSums.Sum);
}
