namespace InboxSdk.V2;

/// <summary>A reaction to a message.</summary>
public sealed record MessageReaction
{
    /// <summary>Gets the emoji.</summary>
    public string Emoji { get => field ?? ""; init; }

    /// <summary>Gets who reacted; <see langword="null"/> when the answer lacks it.</summary>
    public ReactionAuthor? Author { get; init; }

    /// <summary>Gets when; <see langword="null"/> when it is not known.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
