namespace InboxSdk;

/// <summary>Sums a bulk run up.</summary>
public sealed record BulkUpdateSummary
{
    /// <summary>Gets how many changes were read from the input: the sum of the four outcomes.</summary>
    public long Read => Succeeded + Failed + Indeterminate + NotAttempted;

    /// <summary>Gets how many changes were made, <see cref="DoneBefore"/> included.</summary>
    public required long Succeeded { get; init; }

    /// <summary>Gets how many were not made.</summary>
    public required long Failed { get; init; }

    /// <summary>Gets of how many it is not known whether they were made.</summary>
    public required long Indeterminate { get; init; }

    /// <summary>Gets how many were read, but not sent.</summary>
    public required long NotAttempted { get; init; }

    /// <summary>Gets how many of <see cref="Succeeded"/> an earlier run had made.</summary>
    public required long DoneBefore { get; init; }

    /// <summary>Gets how many an earlier run had sent without learning the outcome.</summary>
    public required long WereInFlight { get; init; }

    /// <summary>Gets how many were for a prospect that an earlier change of the input was for, see <see cref="BulkUpdateResult.IsDuplicate"/>.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Gets the first results that are not a success, at most 100, in the order they came.</summary>
    public required IReadOnlyList<BulkUpdateResult> FirstFailures { get; init; }

    /// <summary>Gets what stopped the run, be it after its last change was read; <see cref="BulkStopReason.None"/> when nothing did.</summary>
    public required BulkStopReason StoppedBy { get; init; }

    /// <summary>Gets the place in the input, from 0, of the first change that was not sent; <see langword="null"/> when all were. It was perhaps not read.</summary>
    /// <remarks>With a checkpoint run the same input again. Without one, run the input from here: few changes behind it may be made a second time.</remarks>
    public required long? ResumeFrom { get; init; }

    /// <summary>Gets how long the run took.</summary>
    public required TimeSpan Elapsed { get; init; }
}
