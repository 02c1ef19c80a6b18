using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents the history of an edited or deleted message.</summary>
public sealed record MessageHistory
{
    /// <summary>Gets the versions of the text, the original first.</summary>
    public IReadOnlyList<MessageVersion> Versions { get; init => field = ValueList.Of(value); } = ValueList<MessageVersion>.Empty;

    /// <summary>Gets the deletion, or <see langword="null"/> if the message was not deleted.</summary>
    public MessageDeletionRecord? Deletion { get; init; }

    /// <summary>Gets the source of the times: <c>platform</c>, or <c>observed</c> if they are those at which Inbox detected the changes.</summary>
    public string Times { get; init => field = value ?? ""; } = "";
}

/// <summary>Represents a version of a message.</summary>
public sealed record MessageVersion
{
    /// <summary>Gets the text.</summary>
    public string Content { get; init => field = value ?? ""; } = "";

    /// <summary>Gets when the version was created, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets the origin of the change; empty on old records.</summary>
    public MessageOrigin Origin { get; init; }
}

/// <summary>Represents the deletion of a message.</summary>
public sealed record MessageDeletionRecord
{
    /// <summary>Gets when the message was deleted, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Gets for whom the message was deleted.</summary>
    public DeletionScope Scope { get; init; }

    /// <summary>Gets the origin of the deletion; empty on old records.</summary>
    public MessageOrigin Origin { get; init; }
}
