namespace InboxSdk;

/// <summary>Provides options for <see cref="AutoTagger"/>.</summary>
public sealed class AutoTagOptions
{
    /// <summary>Gets the name of the tag, case-insensitive, or its id. The tag must exist.</summary>
    public required string Tag { get; init; }

    /// <summary>Gets the minimum score for the tag. The default is 70. If it exceeds the scorer's <see cref="LeadScorer.Maximum"/> (80 with the
    /// default rules), no prospect is tagged; if it is at most <see cref="LeadScorer.Minimum"/>, all prospects are.</summary>
    public int Threshold { get; init; } = 70;

    /// <summary>Gets whether to remove the tag from prospects below the threshold. The default is <see langword="false"/>.</summary>
    /// <remarks>The tag is removed regardless of its origin.</remarks>
    public bool RemoveBelowThreshold { get; init; }

    /// <summary>Gets whether to return changes without writing them. The default is <see langword="false"/>.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Gets the scorer. The default is <see cref="LeadScorer.Default"/>.</summary>
    public LeadScorer Scorer { get; init; } = LeadScorer.Default;

    /// <summary>Gets the options of the bulk run that makes the changes. <see cref="BulkUpdateOptions.Checkpoint"/> is not supported.</summary>
    public BulkUpdateOptions Bulk { get; init; } = new();

    internal void Validate(string parameterName)
    {
        if (string.IsNullOrWhiteSpace(Tag))
            throw new ArgumentException($"AutoTagOptions.{nameof(Tag)} is empty. Set it to the name or the id of a tag.", parameterName);
        if (Scorer is null)
            throw new ArgumentException($"AutoTagOptions.{nameof(Scorer)} must not be null. Use LeadScorer.Default or your own scorer.", parameterName);
        if (Bulk is null)
            throw new ArgumentException($"AutoTagOptions.{nameof(Bulk)} must not be null. Use the default or your own options.", parameterName);
        if (Bulk.Checkpoint is not null)
            throw new ArgumentException("AutoTagOptions.Bulk has a checkpoint. Remove it: a second run skips prospects that already have the tag.", parameterName);
        Bulk.Validate(parameterName);
    }
}
