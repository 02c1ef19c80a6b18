namespace InboxSdk;

/// <summary>Represents a conversation between one of the team's accounts and a prospect.</summary>
/// <remarks>Text properties that are absent from a response are empty, optional ones are <see langword="null"/>.</remarks>
public sealed record InboxThread
{
    /// <summary>Gets the Inbox id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id of the conversation on the platform.</summary>
    public string PlatformId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id of the team's account.</summary>
    public string AccountLinkId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the Inbox id of the prospect.</summary>
    public string ProspectId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets whether the thread is marked as done; see <see cref="InboxView.Archived"/>.</summary>
    public bool IsDone { get; init; }

    /// <summary>Gets the id of the assigned member, or <see langword="null"/> if the thread is unassigned.</summary>
    /// <remarks>On v2 a thread without an assignee has that of its prospect.</remarks>
    public string? AssigneeId { get; init; }

    /// <summary>Gets when the thread was created, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the thread was last updated, or <see langword="null"/> on v2, which does not report it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets when the last message was sent or received, or <see langword="null"/> if there is none.</summary>
    public DateTimeOffset? LastMessageAt { get; init; }

    /// <summary>Gets the prospect as embedded in the thread; all properties are empty if the response omits it.</summary>
    public Prospect Prospect { get; init => field = value ?? Absent; } = Absent;

    private static readonly Prospect Absent = new();
}
