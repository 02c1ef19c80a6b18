namespace InboxSdk.Workflows;

/// <summary>The sums of a pipeline while prospects are read.</summary>
internal sealed class PipelineSums
{
    // In pipeline order; a status that is not in it, such as a deleted one, is at the end.
    private readonly List<PipelineStage> _stages = [];
    private readonly Dictionary<string, int> _places = [];
    private PipelineStage _without = new();

    public void AddStage(Status status)
    {
        if (_places.TryAdd(status.Id, _stages.Count))
            _stages.Add(new() { Status = status });
    }

    public void Add(Prospect prospect)
    {
        if (prospect.Status is not { } status)
        {
            _without = Plus(_without, prospect);
            return;
        }

        AddStage(status);
        var place = _places[status.Id];
        _stages[place] = Plus(_stages[place], prospect);
    }

    public PipelineOverview ToOverview() => new() { Stages = _stages, WithoutStatus = _without };

    public static decimal Sum(decimal left, decimal right)
    {
        try
        {
            return left + right;
        }
        catch (OverflowException)
        {
            // An invalid valuation of one prospect must not hide the others.
            return right > 0 ? decimal.MaxValue : decimal.MinValue;
        }
    }

    private static PipelineStage Plus(PipelineStage stage, Prospect prospect) =>
        stage with { Count = stage.Count + 1, TotalValuation = Sum(stage.TotalValuation, prospect.Valuation ?? 0) };
}
