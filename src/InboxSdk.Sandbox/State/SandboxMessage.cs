using System.Collections.Immutable;

namespace InboxSdk.Sandbox;

/// <summary>Represents a message of a thread. v1 exposes only the time and the sender of the latest; v2 exposes all.</summary>
public sealed record SandboxMessage
{
    /// <summary>Gets the id in Inbox, such as <c>msg000001threadabc123</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the thread.</summary>
    public required string ThreadId { get; init; }

    /// <summary>Gets whether the team wrote the message. The default is <see langword="false"/>, which means that the prospect did.</summary>
    public bool IsFromTeam { get; init; }

    /// <summary>Gets the text. It remains when the message is deleted.</summary>
    public required string Content { get; init; }

    /// <summary>Gets when the message was sent.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when the text was last edited, or <see langword="null"/> if never.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Gets when the message was deleted, or <see langword="null"/> if it was not.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Gets the id of the message that this one replies to, or <see langword="null"/> if none.</summary>
    public string? ReplyToMessageId { get; init; }

    /// <summary>Gets the emoji of the reactions of the team and the prospect, in the order they were added.</summary>
    public IReadOnlyList<string> ReactionEmoji => [.. Reactions.Select(reaction => reaction.Emoji)];

    internal MessageSender? SentBy { get; init; }

    internal bool DeletedForAll { get; init; }

    /// <summary>The earlier texts, the original first.</summary>
    internal ImmutableArray<MessageVersion> EarlierVersions { get; init; } = [];

    internal ImmutableArray<MessageReaction> Reactions { get; init; } = [];

    /// <summary>The number of changes to the reactions.</summary>
    internal int ReactionsVersion { get; init; }

    internal ImmutableArray<MessageAttachment> Attachments { get; init; } = [];
}
