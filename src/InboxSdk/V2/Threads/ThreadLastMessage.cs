namespace InboxSdk.V2;

/// <summary>Which message of a thread is the last; its content comes by <see cref="IMessagesClient.GetAsync"/>.</summary>
public sealed record ThreadLastMessage
{
    /// <summary>Gets the message's id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets who wrote it.</summary>
    public MessageDirection Direction { get; init; }

    /// <summary>Gets when it was written; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
