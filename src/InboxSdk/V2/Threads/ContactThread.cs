namespace InboxSdk.V2;

/// <summary>A conversation between one of the team's accounts and a contact.</summary>
/// <remarks>Text fields that are absent from an answer read as empty, optional ones as <see langword="null"/>.</remarks>
public sealed record ContactThread
{
    /// <summary>Gets the thread's Inbox id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the conversation's id on the platform; <see langword="null"/> until the first message is there.</summary>
    public string? PlatformId { get; init; }

    /// <summary>Gets the id of the team's account that takes part in the conversation.</summary>
    public string AccountLinkId { get => field ?? ""; init; }

    /// <summary>Gets the id of the profile the conversation is with.</summary>
    public string ProfileId { get => field ?? ""; init; }

    /// <summary>Gets the id of the contact the conversation is with.</summary>
    public string ContactId { get => field ?? ""; init; }

    /// <summary>Gets the id of the member the thread belongs to: its own assignee, else the contact's; <see langword="null"/> for nobody.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>Gets whether this is a message request; such threads are in <see cref="ThreadFolder.Requests"/>.</summary>
    public bool IsRequest { get; init; }

    /// <summary>Gets whether the thread must be accepted before it goes on.</summary>
    public AcceptanceState AcceptanceState { get; init; }

    /// <summary>Gets whether the thread is archived.</summary>
    public bool Archived { get; init; }

    /// <summary>Gets whether there is something nobody has read. A thread nobody ever opened is not unread.</summary>
    public bool Unread { get; init; }

    /// <summary>Gets what cannot be done in this thread although the account can do it; see <see cref="AccountLink.Can"/>.</summary>
    public IReadOnlyList<Capability> Restrictions { get => field ?? []; init; }

    /// <summary>Gets whether older messages are still being imported.</summary>
    public bool Syncing { get; init; }

    /// <summary>Gets whether the other side sees that the team is typing.</summary>
    public TypingIndicatorSetting TypingIndicators { get; init; }

    /// <summary>Gets which message is the last; <see langword="null"/> when there is none.</summary>
    public ThreadLastMessage? LastMessage { get; init; }

    /// <summary>Gets what happened last; <see langword="null"/> when nothing did.</summary>
    public ThreadActivity? Activity { get; init; }

    /// <summary>Gets when the thread was created; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets the team's account; <see langword="null"/> without <see cref="ContactThreadExpand.AccountLink"/>.</summary>
    public AccountLink? AccountLink { get; init; }

    /// <summary>Gets the profile; <see langword="null"/> without <see cref="ContactThreadExpand.Profile"/>.</summary>
    public ContactProfile? Profile { get; init; }

    /// <summary>Gets the contact; <see langword="null"/> without <see cref="ContactThreadExpand.Contact"/>.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Gets the assignee; <see langword="null"/> without <see cref="ContactThreadExpand.Assignee"/>, or when the thread has none.</summary>
    public TeamMember? Assignee { get; init; }
}
