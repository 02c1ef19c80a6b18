using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Represents the result of a change of a bulk run.</summary>
public sealed record BulkUpdateResult
{
    /// <summary>Gets the index of the change in the input, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>Gets the change.</summary>
    public required ProspectContextChange Change { get; init; }

    /// <summary>Gets the outcome.</summary>
    public required BulkUpdateOutcome Outcome { get; init; }

    /// <summary>Gets the id of the prospect.</summary>
    public string ProspectId => Change.ProspectId;

    /// <summary>Gets whether the change was applied, by this run or an earlier one.</summary>
    public bool IsSuccess => Outcome == BulkUpdateOutcome.Succeeded;

    /// <summary>Gets the error message, or <see langword="null"/> on success.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the exception, or <see langword="null"/> on success and for changes that were not attempted.</summary>
    [JsonConverter(typeof(ExceptionJsonConverter))]
    public Exception? Exception { get; init; }

    /// <summary>Gets the number of requests that this run sent for the change, as far as known; 0 if none.</summary>
    /// <remarks>For a success, and for a call that was cancelled, it is 1, because the number of retries is unknown; for a change with several requests, it is the number of
    /// attempts of the failed one.</remarks>
    public int AttemptCount { get; init; }

    /// <summary>Gets the duration of the call, including waits for the rate limit; zero if there was none.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets whether an earlier change of the input was for the same prospect.</summary>
    /// <remarks>Covers at least the latest 65,536 different prospects before this one, in constant memory; exact for an input with no more prospects.</remarks>
    public bool IsDuplicate { get; init; }

    /// <summary>Gets whether the prospect already had everything that the change sets, so that no request was sent; see <see cref="BulkUpdateOptions.SkipUnchanged"/>. It is a
    /// success.</summary>
    /// <remarks>A checkpoint does not record it: in later runs it is <see langword="false"/>.</remarks>
    public bool IsUnchanged { get; init; }

    /// <summary>Gets whether an earlier run applied the change; this run did not send it.</summary>
    public bool WasPreviouslyCompleted { get; init; }

    /// <summary>Gets whether an earlier run sent the change without receiving its outcome, so that it was retried and may have been applied twice, with the
    /// same result; an unchanged one was not retried.</summary>
    public bool WasInFlight { get; init; }

    /// <summary>Returns the id of the prospect, the outcome and the error, without the details of the exception.</summary>
    public override string ToString() => $"{ProspectId}: {Outcome}{(Error is null ? "" : $" ({Error})")}";
}
