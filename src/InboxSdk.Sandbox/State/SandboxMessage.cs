using System.Collections.Immutable;

namespace InboxSdk.Sandbox;

/// <summary>Holds a message of a thread. v1 knows only when the latest was sent and by whom; v2 shows them all.</summary>
public sealed record SandboxMessage
{
    /// <summary>Gets the id in Inbox, such as <c>msg000001threadabc123</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the thread, as <see cref="SandboxThread.Id"/> spells it.</summary>
    public required string ThreadId { get; init; }

    /// <summary>Gets whether the team wrote it. Default: <see langword="false"/>, the prospect did.</summary>
    public bool FromTeam { get; init; }

    /// <summary>Gets the text; it stays when the message is deleted.</summary>
    public required string Content { get; init; }

    /// <summary>Gets when it was sent.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when its text last changed, or <see langword="null"/> if it never did.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Gets when it was deleted, or <see langword="null"/> if it was not.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Gets the id of the message that it answers, or <see langword="null"/> for none.</summary>
    public string? ReplyToMessageId { get; init; }

    /// <summary>Gets the emoji of the team's account and of the prospect, in the order they came.</summary>
    public IReadOnlyList<string> ReactionEmoji => [.. Reactions.Select(reaction => reaction.Emoji)];

    internal MessageSender? SentBy { get; init; }

    internal bool DeletedForAll { get; init; }

    /// <summary>The texts before the present one, the original first.</summary>
    internal ImmutableArray<MessageVersion> EarlierVersions { get; init; } = [];

    internal ImmutableArray<MessageReaction> Reactions { get; init; } = [];

    /// <summary>How often the reactions changed.</summary>
    internal int ReactionsVersion { get; init; }

    internal ImmutableArray<MessageAttachment> Attachments { get; init; } = [];
}
