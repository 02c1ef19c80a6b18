namespace InboxSdk;

/// <summary>Shows how far a run of an <see cref="AutoTagger"/> is.</summary>
public sealed record AutoTagProgress
{
    /// <summary>Gets how many prospects were read and scored.</summary>
    public required long Scanned { get; init; }

    /// <summary>Gets how many of them are to gain or lose the tag.</summary>
    public required long Found { get; init; }

    /// <summary>Gets how many of those changes have ended, well or not; in a dry run how many were returned.</summary>
    public required long Done { get; init; }

    /// <summary>Gets how many of <see cref="Done"/> failed, or ended without a known outcome.</summary>
    public required long Failed { get; init; }

    /// <summary>Gets how many changes are left; <see langword="null"/> until all prospects are scanned.</summary>
    public long? Left { get; init; }

    /// <summary>Gets when the calls that wait for the rate limit go on, as far as it is known, by the clock of <see cref="BulkUpdateOptions.TimeProvider"/>;
    /// <see langword="null"/> while none waits a second or more.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }

    /// <summary>Gets how long the run has taken.</summary>
    public required TimeSpan Elapsed { get; init; }
}
