using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Represents the number of prospects per status, and their valuation.</summary>
public sealed record PipelineOverview
{
    /// <summary>Gets the statuses in pipeline order, including empty ones.</summary>
    public IReadOnlyList<PipelineStage> Stages { get; init => field = ValueList.Of(value); } = ValueList<PipelineStage>.Empty;

    /// <summary>Gets the prospects without a status.</summary>
    public PipelineStage WithoutStatus { get; init => field = value ?? new(); } = new();

    /// <summary>Gets the number of prospects, with and without a status.</summary>
    public long Count => Stages.Sum(stage => stage.Count) + WithoutStatus.Count;

    /// <summary>Gets the total valuation, in the team's currency.</summary>
    public decimal TotalValuation => Stages.Select(stage => stage.TotalValuation).Append(WithoutStatus.TotalValuation).Aggregate(Workflows.PipelineSums.Sum);
}
