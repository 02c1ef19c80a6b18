namespace InboxSdk.RateLimiting;

/// <summary>Represents requests that a process has completed, all at their latest time.</summary>
/// <param name="At">The time, in ticks of 100 ns since an arbitrary origin.</param>
/// <param name="Count">The number of requests.</param>
internal readonly record struct UsageStep(long At, int Count)
{
    /// <summary>The maximum number of steps that a call reports per window.</summary>
    public const int MaxCount = 60;

    /// <summary>Combines neighbors until there are at most <see cref="MaxCount"/>, each at its latest time.</summary>
    public static List<UsageStep> Combine(IReadOnlyList<UsageStep> steps)
    {
        if (steps.Count <= MaxCount)
            return [.. steps];
        var combined = new List<UsageStep>(MaxCount);
        for (var i = 0; i < MaxCount; i++)
        {
            var (from, to) = (i * steps.Count / MaxCount, (i + 1) * steps.Count / MaxCount);
            var count = 0;
            for (var j = from; j < to; j++)
                count += steps[j].Count;
            combined.Add(new(steps[to - 1].At, count));
        }

        return combined;
    }
}
