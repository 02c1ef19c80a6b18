namespace InboxSdk.V2;

/// <summary>Represents the last message of a thread. To read its content, use <see cref="IMessagesClient.GetAsync"/>.</summary>
public sealed record ThreadLastMessage
{
    /// <summary>Gets the id of the message.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the side that wrote the message.</summary>
    public MessageDirection Direction { get; init; }

    /// <summary>Gets when the message was written, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
