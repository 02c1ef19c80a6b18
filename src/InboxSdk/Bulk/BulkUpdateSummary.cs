using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Represents the summary of a bulk run.</summary>
public sealed record BulkUpdateSummary
{
    /// <summary>Gets the number of changes read from the input: the sum of the four outcomes.</summary>
    public long ReadCount => SucceededCount + FailedCount + IndeterminateCount + NotAttemptedCount;

    /// <summary>Gets the number of changes applied, including <see cref="PreviouslyCompletedCount"/>.</summary>
    public required long SucceededCount { get; init; }

    /// <summary>Gets the number of changes that were not applied.</summary>
    public required long FailedCount { get; init; }

    /// <summary>Gets the number of changes with an unknown outcome.</summary>
    public required long IndeterminateCount { get; init; }

    /// <summary>Gets the number of changes that were read but not sent.</summary>
    public required long NotAttemptedCount { get; init; }

    /// <summary>Gets the number of <see cref="SucceededCount"/> changes that earlier runs applied.</summary>
    public required long PreviouslyCompletedCount { get; init; }

    /// <summary>Gets the number of <see cref="SucceededCount"/> changes for which this run sent no request, see <see cref="BulkUpdateResult.IsUnchanged"/>.</summary>
    public long UnchangedCount { get; init; }

    /// <summary>Gets the number of changes that an earlier run sent without receiving the outcome.</summary>
    public required long PreviouslyInFlightCount { get; init; }

    /// <summary>Gets the number of changes with an earlier change for the same prospect, see <see cref="BulkUpdateResult.IsDuplicate"/>.</summary>
    public required long DuplicateCount { get; init; }

    /// <summary>Gets the first unsuccessful results, at most 100, in the order of completion.</summary>
    public required IReadOnlyList<BulkUpdateResult> FirstFailures { get; init => field = ValueList.Of(value); }

    /// <summary>Gets what stopped the run, also after its last change was read; <see cref="BulkStopReason.None"/> if nothing did.</summary>
    public required BulkStopReason StoppedBy { get; init; }

    /// <summary>Gets the index in the input, from 0, of the first change that was not sent, or <see langword="null"/> if all were. It may not have been read.</summary>
    /// <remarks>With a checkpoint, run the same input again. Without one, run the input from this index: a few changes after it may be applied a second time.</remarks>
    public required long? ResumeFrom { get; init; }

    /// <summary>Gets the elapsed time of the run.</summary>
    public required TimeSpan Elapsed { get; init; }
}
