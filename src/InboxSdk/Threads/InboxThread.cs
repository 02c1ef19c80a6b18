namespace InboxSdk;

/// <summary>A conversation between one of the team's accounts and a prospect.</summary>
/// <remarks>Text fields that are absent from an answer read as empty, optional ones as <see langword="null"/>.</remarks>
public sealed record InboxThread
{
    /// <summary>Gets the thread's Inbox id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the conversation's id on the platform.</summary>
    public string PlatformId { get => field ?? ""; init; }

    /// <summary>Gets the id of the team's account that takes part in the conversation.</summary>
    public string AccountLinkId { get => field ?? ""; init; }

    /// <summary>Gets the Inbox id of the prospect.</summary>
    public string ProspectId { get => field ?? Prospect.Id; init; }

    /// <summary>Gets whether the team is done with the conversation; such threads are in <see cref="InboxView.Archived"/>.</summary>
    public bool Done { get; init; }

    /// <summary>Gets the id of the member the thread is assigned to; <see langword="null"/> when it is assigned to nobody.</summary>
    /// <remarks>On v2 a thread without an assignee of its own has its prospect's.</remarks>
    public string? AssignedToMemberId { get; init; }

    /// <summary>Gets when the thread was created; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the thread was last changed; <see langword="null"/> on v2, which does not tell.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets when the last message was sent or received; <see langword="null"/> when there is no message.</summary>
    public DateTimeOffset? LastMessageAt { get; init; }

    /// <summary>Gets the prospect, as the thread embeds it; without any field when the answer has none.</summary>
    public Prospect Prospect { get => field ?? Absent; init; }

    private static readonly Prospect Absent = new();
}
