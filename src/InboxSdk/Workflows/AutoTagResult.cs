using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>What became of one prospect whose tags an <see cref="AutoTagger"/> changes.</summary>
public sealed record AutoTagResult
{
    /// <summary>Gets the prospect, as it was when it was scored.</summary>
    public required Prospect Prospect { get; init; }

    /// <summary>Gets the score.</summary>
    public required LeadScore Score { get; init; }

    /// <summary>Gets whether the tag is added or taken off.</summary>
    public required AutoTagAction Action { get; init; }

    /// <summary>Gets how the change ended; <see cref="BulkUpdateOutcome.NotAttempted"/> in a dry run.</summary>
    public required BulkUpdateOutcome Outcome { get; init; }

    /// <summary>Gets whether the change was made.</summary>
    public bool Success => Outcome == BulkUpdateOutcome.Succeeded;

    /// <summary>Gets why the change was not made; <see langword="null"/> when it was, and in a dry run.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the cause behind <see cref="Error"/>; <see langword="null"/> when there is none.</summary>
    [JsonConverter(typeof(ExceptionJsonConverter))]
    public Exception? Exception { get; init; }
}
