using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents all reactions to a message.</summary>
public sealed record MessageReactions
{
    /// <summary>Gets the reactions.</summary>
    public IReadOnlyList<MessageReaction> Reactions { get; init => field = ValueList.Of(value); } = ValueList<MessageReaction>.Empty;

    /// <summary>Gets the version, which increases with each change, or <see langword="null"/> if the server omits it.</summary>
    public long? Version { get; init; }
}
