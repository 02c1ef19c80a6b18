namespace InboxSdk;

/// <summary>Represents the progress of an <see cref="AutoTagger"/> run.</summary>
public sealed record AutoTagProgress
{
    /// <summary>Gets the number of prospects read and scored.</summary>
    public required long ScannedCount { get; init; }

    /// <summary>Gets the number of prospects whose tags change.</summary>
    public required long FoundCount { get; init; }

    /// <summary>Gets the number of completed changes, successful or not; in a dry run the number of changes returned.</summary>
    public required long CompletedCount { get; init; }

    /// <summary>Gets the number of completed changes that failed or have an unknown outcome.</summary>
    public required long FailedCount { get; init; }

    /// <summary>Gets the number of remaining changes, or <see langword="null"/> until all prospects are scanned.</summary>
    public long? RemainingCount { get; init; }

    /// <summary>Gets when the calls that wait for the rate limit resume, as far as known, on the clock of <see cref="BulkUpdateOptions.TimeProvider"/>;
    /// <see langword="null"/> if none waits a second or more.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }

    /// <summary>Gets the elapsed time of the run.</summary>
    public required TimeSpan Elapsed { get; init; }
}
