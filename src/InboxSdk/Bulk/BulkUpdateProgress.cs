namespace InboxSdk;

/// <summary>Represents the progress of a bulk run.</summary>
public sealed record BulkUpdateProgress
{
    /// <summary>Gets the number of completed changes, successful or not, including those of earlier runs.</summary>
    public required long CompletedCount { get; init; }

    /// <summary>Gets the number of changes completed by earlier runs, which took this run no time.</summary>
    public long PreviouslyCompletedCount { get; init; }

    /// <summary>Gets the number of completed changes for which this run sent no request, see <see cref="BulkUpdateResult.IsUnchanged"/>.</summary>
    public long UnchangedCount { get; init; }

    /// <summary>Gets the number of changes that failed or have an unknown outcome.</summary>
    public required long FailedCount { get; init; }

    /// <summary>Gets the number of remaining changes, or <see langword="null"/> if the length of the input is unknown.</summary>
    public long? RemainingCount { get; init; }

    /// <summary>Gets the estimated remaining time: based on <see cref="IInboxClient.RateLimits"/> if they limit writes, or else on the rate so far, with as
    /// many unchanged changes as so far; <see langword="null"/> if neither is known, or <see cref="RemainingCount"/> is not. At most ten years.</summary>
    public TimeSpan? EstimatedTimeLeft { get; init; }

    /// <summary>Gets when the calls that wait for the rate limit resume, as far as known, on the clock of <see cref="BulkUpdateOptions.TimeProvider"/>;
    /// <see langword="null"/> if none waits a second or more.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }

    /// <summary>Gets the elapsed time of the run.</summary>
    public required TimeSpan Elapsed { get; init; }
}
