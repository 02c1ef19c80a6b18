namespace InboxSdk.V2;

/// <summary>Represents a reaction to a message.</summary>
public sealed record MessageReaction
{
    /// <summary>Gets the emoji.</summary>
    public string Emoji { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the author, or <see langword="null"/> if the response omits it.</summary>
    public ReactionAuthor? Author { get; init; }

    /// <summary>Gets when the reaction was added, or <see langword="null"/> if unknown.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
