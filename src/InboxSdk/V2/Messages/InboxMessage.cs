namespace InboxSdk.V2;

/// <summary>A message of a thread.</summary>
/// <remarks>A deleted message stays in lists, with its content and with <see cref="DeletedAt"/>. Text fields that are absent from an answer read as empty,
/// optional ones as <see langword="null"/>.</remarks>
public sealed record InboxMessage
{
    /// <summary>Gets the message's Inbox id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the id of the thread.</summary>
    public string ThreadId { get => field ?? ""; init; }

    /// <summary>Gets the id of the team's account.</summary>
    public string AccountLinkId { get => field ?? ""; init; }

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the message's id on the platform; <see langword="null"/> when the platform gave none.</summary>
    public string? PlatformId { get; init; }

    /// <summary>Gets who wrote it.</summary>
    public MessageDirection Direction { get; init; }

    /// <summary>Gets who of the team sent it; <see langword="null"/> for inbound messages, and for those sent outside Inbox.</summary>
    public MessageSender? SentBy { get; init; }

    /// <summary>Gets the text; it is kept after deletion.</summary>
    public string Content { get => field ?? ""; init; }

    /// <summary>Gets what stands in the text: links, mentions and the like.</summary>
    public MessageEntities Entities { get => field ?? NoEntities; init; }

    /// <summary>Gets the attachments.</summary>
    public IReadOnlyList<MessageAttachment> Attachments { get => field ?? []; init; }

    /// <summary>Gets what was forwarded; <see langword="null"/> unless the message is a forwarded one.</summary>
    public ForwardedMessage? Forwarded { get; init; }

    /// <summary>Gets the reactions.</summary>
    public IReadOnlyList<MessageReaction> Reactions { get => field ?? []; init; }

    /// <summary>Gets when it was edited; <see langword="null"/> when it was not, or nobody knows when.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Gets when it was deleted; <see langword="null"/> when it was not.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Gets when it was written; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets what only this platform has; <see langword="null"/> when the answer lacks it.</summary>
    public MessagePlatformData? PlatformData { get; init; }

    /// <summary>Gets what it replies to; <see langword="null"/> unless the message is a reply.</summary>
    public MessageReply? ReplyTo { get; init; }

    /// <summary>Gets the thread; <see langword="null"/> without <see cref="MessageExpand.Thread"/>.</summary>
    public ContactThread? Thread { get; init; }

    /// <summary>Gets the team's account; <see langword="null"/> without <see cref="MessageExpand.AccountLink"/>.</summary>
    public AccountLink? AccountLink { get; init; }

    private static readonly MessageEntities NoEntities = new();
}
