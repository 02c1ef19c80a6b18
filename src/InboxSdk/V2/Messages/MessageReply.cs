namespace InboxSdk.V2;

/// <summary>What a message replies to.</summary>
public sealed record MessageReply
{
    /// <summary>Gets the quoted message's Inbox id; <see langword="null"/> when Inbox does not have the message.</summary>
    public string? MessageId { get; init; }

    /// <summary>Gets the quoted message's id on the platform; <see langword="null"/> when the platform gave none.</summary>
    public string? PlatformId { get; init; }

    /// <summary>Gets the quoted text.</summary>
    public string Content { get => field ?? ""; init; }

    /// <summary>Gets the name of who wrote it; <see langword="null"/> when it is not known.</summary>
    public string? AuthorName { get; init; }

    /// <summary>Gets the quoted message; <see langword="null"/> without <see cref="MessageExpand.RepliedMessage"/>.</summary>
    public InboxMessage? Message { get; init; }
}
