namespace InboxSdk.V2;

/// <summary>What a message was, before it was edited or deleted.</summary>
public sealed record MessageHistory
{
    /// <summary>Gets what the message said, the original first.</summary>
    public IReadOnlyList<MessageVersion> Versions { get => field ?? []; init; }

    /// <summary>Gets how it was deleted; <see langword="null"/> when it was not.</summary>
    public MessageDeletionRecord? Deletion { get; init; }

    /// <summary>Gets whose times these are: <c>platform</c>, or <c>observed</c> when they are those at which Inbox noticed.</summary>
    public string Times { get => field ?? ""; init; }
}

/// <summary>What a message said at one time.</summary>
public sealed record MessageVersion
{
    /// <summary>Gets the text.</summary>
    public string Content { get => field ?? ""; init; }

    /// <summary>Gets since when; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets where the change came from; empty on old records.</summary>
    public MessageOrigin Origin { get; init; }
}

/// <summary>How a message was deleted.</summary>
public sealed record MessageDeletionRecord
{
    /// <summary>Gets when; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Gets for whom.</summary>
    public DeletionScope Scope { get; init; }

    /// <summary>Gets where the deletion came from; empty on old records.</summary>
    public MessageOrigin Origin { get; init; }
}
