namespace InboxSdk;

/// <summary>Shows how far a bulk run is.</summary>
public sealed record BulkUpdateProgress
{
    /// <summary>Gets how many changes have ended, well or not, those that an earlier run made included.</summary>
    public required long Done { get; init; }

    /// <summary>Gets how many of them an earlier run made, which took this one no time.</summary>
    public long DoneBefore { get; init; }

    /// <summary>Gets how many of them failed, or ended without a known outcome.</summary>
    public required long Failed { get; init; }

    /// <summary>Gets how many changes are left; <see langword="null"/> when the input does not tell its length.</summary>
    public long? Left { get; init; }

    /// <summary>Gets the estimated time for the rest: by the rate limits when <see cref="BulkUpdateOptions.RateLimits"/> is set and limits writes, else by the rate so far;
    /// <see langword="null"/> when neither is known, or <see cref="Left"/> is not. At most ten years.</summary>
    public TimeSpan? EstimatedTimeLeft { get; init; }

    /// <summary>Gets when the calls that wait for the rate limit go on, as far as it is known, by the clock of <see cref="BulkUpdateOptions.TimeProvider"/>;
    /// <see langword="null"/> while none waits a second or more.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }

    /// <summary>Gets how long the run has taken.</summary>
    public required TimeSpan Elapsed { get; init; }
}
