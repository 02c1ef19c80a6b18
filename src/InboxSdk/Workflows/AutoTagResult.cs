using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Represents the result of an <see cref="AutoTagger"/> for a prospect whose tags change.</summary>
public sealed record AutoTagResult
{
    /// <summary>Gets the prospect, as it was scored.</summary>
    public required Prospect Prospect { get; init; }

    /// <summary>Gets the score.</summary>
    public required LeadScore Score { get; init; }

    /// <summary>Gets whether the tag is added or removed.</summary>
    public required AutoTagAction Action { get; init; }

    /// <summary>Gets the outcome; <see cref="BulkUpdateOutcome.NotAttempted"/> in a dry run.</summary>
    public required BulkUpdateOutcome Outcome { get; init; }

    /// <summary>Gets whether the change succeeded.</summary>
    public bool IsSuccess => Outcome == BulkUpdateOutcome.Succeeded;

    /// <summary>Gets the error, or <see langword="null"/> if the change succeeded, and in a dry run.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the exception of <see cref="Error"/>, or <see langword="null"/> if there is none.</summary>
    [JsonConverter(typeof(ExceptionJsonConverter))]
    public Exception? Exception { get; init; }

    /// <summary>Returns the handle of the prospect, the action, the outcome and the error, without the details of the exception.</summary>
    public override string ToString() => $"@{Prospect.Username}: {Action} {Outcome}{(Error is null ? "" : $" ({Error})")}";
}
