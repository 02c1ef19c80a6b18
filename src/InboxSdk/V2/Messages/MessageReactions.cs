namespace InboxSdk.V2;

/// <summary>All reactions to a message.</summary>
public sealed record MessageReactions
{
    /// <summary>Gets the reactions.</summary>
    public IReadOnlyList<MessageReaction> Reactions { get => field ?? []; init; }

    /// <summary>Gets the number of this state, which grows with each change; <see langword="null"/> when the server did not say.</summary>
    public long? Version { get; init; }
}
