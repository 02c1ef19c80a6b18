using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Says how one change of a bulk run ended.</summary>
public sealed record BulkUpdateResult
{
    /// <summary>Gets the place of the change in the input, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>Gets the change.</summary>
    public required ProspectContextChange Change { get; init; }

    /// <summary>Gets how it ended.</summary>
    public required BulkUpdateOutcome Outcome { get; init; }

    /// <summary>Gets the id of the prospect.</summary>
    public string ProspectId => Change.ProspectId;

    /// <summary>Gets whether the change was made, by this run or an earlier one.</summary>
    public bool Success => Outcome == BulkUpdateOutcome.Succeeded;

    /// <summary>Gets what went wrong, for people; <see langword="null"/> on success.</summary>
    public string? Error { get; init; }

    /// <summary>Gets what went wrong, for code; <see langword="null"/> on success and for changes that were not attempted.</summary>
    [JsonConverter(typeof(ExceptionJsonConverter))]
    public Exception? Exception { get; init; }

    /// <summary>Gets how many requests were sent for the change by this run, as far as it is known. 0 for none.</summary>
    /// <remarks>Of a success, and of a call that was given up, no more is known than that it was made, which counts as 1; of a change that takes several requests, how often the one that
    /// failed was sent.</remarks>
    public int Attempts { get; init; }

    /// <summary>Gets how long the call took, its waits for the quota included; zero when there was none.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets whether an earlier change of the input was for the same prospect.</summary>
    /// <remarks>Known of at least the latest 65,536 different prospects before this one, in constant memory; of an input with no more prospects, exactly.</remarks>
    public bool IsDuplicate { get; init; }

    /// <summary>Gets whether an earlier run made the change; this one did not send it again.</summary>
    public bool WasDoneBefore { get; init; }

    /// <summary>Gets whether an earlier run sent the change and did not learn the outcome, so that it was sent again and may have been made twice, to the
    /// same effect.</summary>
    public bool WasInFlight { get; init; }
}
