namespace InboxSdk.V2;

/// <summary>What came of deleting a message.</summary>
public sealed record MessageDeletion
{
    /// <summary>Gets the message's id.</summary>
    public string MessageId { get => field ?? ""; init; }

    /// <summary>Gets for whom it is deleted.</summary>
    public DeletionScope Scope { get; init; }

    /// <summary>Gets when it was deleted; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
