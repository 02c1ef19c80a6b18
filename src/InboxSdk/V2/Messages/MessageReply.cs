namespace InboxSdk.V2;

/// <summary>Represents the message that another replies to.</summary>
public sealed record MessageReply
{
    /// <summary>Gets the Inbox id of the quoted message, or <see langword="null"/> if Inbox does not have the message.</summary>
    public string? MessageId { get; init; }

    /// <summary>Gets the platform id of the quoted message, or <see langword="null"/> if there is none.</summary>
    public string? PlatformId { get; init; }

    /// <summary>Gets the quoted text.</summary>
    public string Content { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the name of the author, or <see langword="null"/> if unknown.</summary>
    public string? AuthorName { get; init; }

    /// <summary>Gets the quoted message, or <see langword="null"/> without <see cref="MessageExpand.RepliedMessage"/>.</summary>
    public InboxMessage? Message { get; init; }
}
