using InboxSdk.Serialization;
using InboxSdk.V2;

namespace InboxSdk.Sandbox;

/// <summary>Represents a conversation between a prospect and one of the team's accounts.</summary>
/// <remarks>
/// Immutable. To change a thread, call <c>state.Update(thread with { IsDone = true })</c>. Times are UTC with milliseconds, as in the API.
/// </remarks>
public sealed record SandboxThread
{
    private const long Unset = long.MinValue;

    // In milliseconds: they are compared often, and there can be a million of them.
    private readonly long _lastMessageAt;
    private readonly long _createdAt = Unset;
    private readonly long _updatedAt = Unset;

    /// <summary>Gets the id in Inbox, such as <c>thread000001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the prospect; it never changes.</summary>
    public required string ProspectId { get; init; }

    /// <summary>Gets the id of the team's account; it never changes. A prospect has at most one thread with an account.</summary>
    public required string AccountLinkId { get; init; }

    /// <summary>Gets the id on the platform, or <see langword="null"/> for the id that X would assign. The default is <see langword="null"/>.</summary>
    /// <remarks>X names a conversation <c>{account's platform id}-{prospect's platform id}</c>.</remarks>
    public string? PlatformId { get; init; }

    /// <summary>Gets whether the thread is archived. The default is <see langword="false"/>.</summary>
    public bool IsDone { get; init; }

    /// <summary>Gets whether the thread is a message request that the team has not accepted. The default is <see langword="false"/>.</summary>
    public bool IsRequest { get; init; }

    /// <summary>Gets whether the team sent the latest message, so that a reply of the prospect is pending. The default is <see langword="false"/>.</summary>
    public bool TeamWroteLast { get; init; }

    /// <summary>Gets whether a member marked the thread as unread, or a message arrived since it was read. The default is <see langword="false"/>.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Gets the capabilities that are disabled in this thread, such as <see cref="Capability.MessageSend"/>. The default is an empty array.</summary>
    public IReadOnlyList<Capability> Restrictions { get; init => field = ValueList.Of(value); } = ValueList<Capability>.Empty;

    /// <summary>Gets the id of the member that the thread is assigned to, or <see langword="null"/> if it is unassigned.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>Gets when the latest message was sent. Threads are listed by this time, newest first.</summary>
    public required DateTimeOffset LastMessageAt
    {
        get => DateTimeOffset.FromUnixTimeMilliseconds(_lastMessageAt);
        init => _lastMessageAt = value.ToUnixTimeMilliseconds();
    }

    /// <summary>Gets when the thread was created. The default is <see cref="LastMessageAt"/>.</summary>
    public DateTimeOffset CreatedAt
    {
        get => DateTimeOffset.FromUnixTimeMilliseconds(_createdAt == Unset ? _lastMessageAt : _createdAt);
        init => _createdAt = value.ToUnixTimeMilliseconds();
    }

    /// <summary>Gets when the thread was last updated. The default is <see cref="LastMessageAt"/>.</summary>
    public DateTimeOffset UpdatedAt
    {
        get => DateTimeOffset.FromUnixTimeMilliseconds(_updatedAt == Unset ? _lastMessageAt : _updatedAt);
        init => _updatedAt = value.ToUnixTimeMilliseconds();
    }

    /// <summary>Whether typing indicators are sent: <c>enabled</c>, <c>disabled</c> or <c>teamDefault</c>.</summary>
    internal string TypingIndicators { get; init; } = "teamDefault";

    /// <summary>The platform id of the prospect's profile; null for the prospect's first on the account's platform.</summary>
    internal string? ProfilePlatformId { get; init; }

    /// <summary>The sort key of lists, which avoids creating a date for each comparison.</summary>
    internal long SortKey => _lastMessageAt;

    /// <summary>Stores the times that default to <see cref="LastMessageAt"/>, so that they do not change with it.</summary>
    internal SandboxThread WithOwnTimes() =>
        _createdAt == Unset || _updatedAt == Unset ? this with { CreatedAt = CreatedAt, UpdatedAt = UpdatedAt } : this;
}
