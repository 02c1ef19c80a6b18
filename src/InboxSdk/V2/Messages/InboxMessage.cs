using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents a message of a thread.</summary>
/// <remarks>A deleted message stays in lists, with its content and with <see cref="DeletedAt"/>. Text properties that are absent from a response are empty,
/// optional ones are <see langword="null"/>.</remarks>
public sealed record InboxMessage
{
    /// <summary>Gets the Inbox id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id of the thread.</summary>
    public string ThreadId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id of the team's account.</summary>
    public string AccountLinkId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the id on the platform, or <see langword="null"/> if there is none.</summary>
    public string? PlatformId { get; init; }

    /// <summary>Gets the direction: inbound or outbound.</summary>
    public MessageDirection Direction { get; init; }

    /// <summary>Gets the sender on the team's side, or <see langword="null"/> for inbound messages and for those sent outside Inbox.</summary>
    public MessageSender? SentBy { get; init; }

    /// <summary>Gets the text, which remains after deletion.</summary>
    public string Content { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the links, mentions and other entities of the text.</summary>
    public MessageEntities Entities { get; init => field = value ?? NoEntities; } = NoEntities;

    /// <summary>Gets the attachments.</summary>
    public IReadOnlyList<MessageAttachment> Attachments { get; init => field = ValueList.Of(value); } = ValueList<MessageAttachment>.Empty;

    /// <summary>Gets the forwarded message, or <see langword="null"/> if the message forwards none.</summary>
    public ForwardedMessage? Forwarded { get; init; }

    /// <summary>Gets the reactions.</summary>
    public IReadOnlyList<MessageReaction> Reactions { get; init => field = ValueList.Of(value); } = ValueList<MessageReaction>.Empty;

    /// <summary>Gets when the message was edited, or <see langword="null"/> if never or if the time is unknown.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Gets when the message was deleted, or <see langword="null"/> if it was not.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Gets when the message was written, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets platform-specific data, or <see langword="null"/> if the response omits it.</summary>
    public MessagePlatformData? PlatformData { get; init; }

    /// <summary>Gets the message that this one replies to, or <see langword="null"/> if it is not a reply.</summary>
    public MessageReply? ReplyTo { get; init; }

    /// <summary>Gets the thread, or <see langword="null"/> without <see cref="MessageExpand.Thread"/>.</summary>
    public ContactThread? Thread { get; init; }

    /// <summary>Gets the team's account, or <see langword="null"/> without <see cref="MessageExpand.AccountLink"/>.</summary>
    public AccountLink? AccountLink { get; init; }

    private static readonly MessageEntities NoEntities = new();
}
