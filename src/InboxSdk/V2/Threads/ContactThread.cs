using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents a conversation between one of the team's accounts and a contact.</summary>
/// <remarks>Text properties that are absent from a response are empty, optional ones are <see langword="null"/>.</remarks>
public sealed record ContactThread
{
    /// <summary>Gets the Inbox id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the id on the platform, or <see langword="null"/> until the first message exists.</summary>
    public string? PlatformId { get; init; }

    /// <summary>Gets the id of the team's account.</summary>
    public string AccountLinkId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id of the contact's profile.</summary>
    public string ProfileId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id of the contact.</summary>
    public string ContactId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id of the assigned member: the thread's own assignee, or else the contact's; <see langword="null"/> if there is none.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>Gets whether the thread is a message request; see <see cref="ThreadFolder.Requests"/>.</summary>
    public bool IsRequest { get; init; }

    /// <summary>Gets whether the thread must be accepted before it continues.</summary>
    public AcceptanceState AcceptanceState { get; init; }

    /// <summary>Gets whether the thread is archived.</summary>
    [JsonPropertyName("archived")]
    public bool IsArchived { get; init; }

    /// <summary>Gets whether the thread has unread content. A thread that was never opened is not unread.</summary>
    [JsonPropertyName("unread")]
    public bool IsUnread { get; init; }

    /// <summary>Gets the account's capabilities that are restricted in this thread; see <see cref="AccountLink.Can"/>.</summary>
    public IReadOnlyList<Capability> Restrictions { get; init => field = ValueList.Of(value); } = ValueList<Capability>.Empty;

    /// <summary>Gets whether older messages are still being imported.</summary>
    [JsonPropertyName("syncing")]
    public bool IsSyncing { get; init; }

    /// <summary>Gets whether the contact sees that the team is typing.</summary>
    public TypingIndicatorSetting TypingIndicators { get; init; }

    /// <summary>Gets the last message, or <see langword="null"/> if there is none.</summary>
    public ThreadLastMessage? LastMessage { get; init; }

    /// <summary>Gets the last activity, or <see langword="null"/> if there is none.</summary>
    public ThreadActivity? Activity { get; init; }

    /// <summary>Gets when the thread was created, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets the team's account, or <see langword="null"/> without <see cref="ContactThreadExpand.AccountLink"/>.</summary>
    public AccountLink? AccountLink { get; init; }

    /// <summary>Gets the profile, or <see langword="null"/> without <see cref="ContactThreadExpand.Profile"/>.</summary>
    public ContactProfile? Profile { get; init; }

    /// <summary>Gets the contact, or <see langword="null"/> without <see cref="ContactThreadExpand.Contact"/>.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Gets the assignee, or <see langword="null"/> without <see cref="ContactThreadExpand.Assignee"/> or if there is none.</summary>
    public TeamMember? Assignee { get; init; }
}
