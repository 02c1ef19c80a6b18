namespace InboxSdk.V2;

/// <summary>Represents the result of deleting a message.</summary>
public sealed record MessageDeletion
{
    /// <summary>Gets the id of the message.</summary>
    public string MessageId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets for whom the message was deleted.</summary>
    public DeletionScope Scope { get; init; }

    /// <summary>Gets when it was deleted, or <see langword="null"/> if the response omits it, or was lost and the retry did not find the message.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
