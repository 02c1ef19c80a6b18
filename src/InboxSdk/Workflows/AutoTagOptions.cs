namespace InboxSdk;

/// <summary>Configures an <see cref="AutoTagger"/>.</summary>
public sealed class AutoTagOptions
{
    /// <summary>Gets the tag: its name, in capital or small letters, or its id. The team must have it.</summary>
    public required string Tag { get; init; }

    /// <summary>Gets the points from which on a prospect is tagged. 70 by default, as in the guide; any number. Above the scorer's <see cref="LeadScorer.Maximum"/>,
    /// which is 80 with the
    /// default rules, nobody is tagged; at its <see cref="LeadScorer.Minimum"/> or below everybody is.</summary>
    public int Threshold { get; init; } = 70;

    /// <summary>Gets whether the tag is taken off prospects below the threshold. <see langword="false"/> by default.</summary>
    /// <remarks>It is taken off whoever put it there.</remarks>
    public bool RemoveBelow { get; init; }

    /// <summary>Gets whether to say only what would change, and to write nothing. <see langword="false"/> by default.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Gets what scores the prospects. <see cref="LeadScorer.Default"/> by default.</summary>
    public LeadScorer Scorer { get; init; } = LeadScorer.Default;

    /// <summary>Gets how the changes are made. All defaults by default; it takes no <see cref="BulkUpdateOptions.Checkpoint"/>.</summary>
    public BulkUpdateOptions Bulk { get; init; } = new();

    internal void Validate(string parameterName)
    {
        if (string.IsNullOrWhiteSpace(Tag))
            throw new ArgumentException($"AutoTagOptions.{nameof(Tag)} is empty. Name a tag of the team, or give its id.", parameterName);
        if (Scorer is null)
            throw new ArgumentException($"AutoTagOptions.{nameof(Scorer)} is null. Leave it at LeadScorer.Default, or set your own.", parameterName);
        if (Bulk is null)
            throw new ArgumentException($"AutoTagOptions.{nameof(Bulk)} is null. Leave it at its default, or set your own.", parameterName);
        if (Bulk.Checkpoint is not null)
            throw new ArgumentException("AutoTagOptions.Bulk has a checkpoint. Take it out: a second run skips whoever has the tag already.", parameterName);
        Bulk.Validate(parameterName);
    }
}
