using System.Collections.Immutable;

namespace InboxSdk.Sandbox;

/// <summary>Holds a conversation between a prospect and one of the team's accounts.</summary>
/// <remarks>
/// Immutable: change one with <c>state.Update(thread with { Done = true })</c>. Times are UTC and kept to the millisecond, as the API writes them.
/// </remarks>
public sealed record SandboxThread
{
    private const long Unset = long.MinValue;

    // Milliseconds, for they are compared often and kept by the million.
    private readonly long _lastMessageAt;
    private readonly long _createdAt = Unset;
    private readonly long _updatedAt = Unset;

    /// <summary>Gets the id in Inbox, such as <c>thread_000001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the prospect; it never changes.</summary>
    public required string ProspectId { get; init; }

    /// <summary>Gets the id of the team's account; it never changes. A prospect has at most one thread with an account.</summary>
    public required string AccountLinkId { get; init; }

    /// <summary>Gets the id on the platform, or <see langword="null"/> for the one X would give. Default: <see langword="null"/>.</summary>
    /// <remarks>X names a conversation <c>{account's platform id}-{prospect's platform id}</c>.</remarks>
    public string? PlatformId { get; init; }

    /// <summary>Gets whether the thread is archived. Default: <see langword="false"/>.</summary>
    public bool Done { get; init; }

    /// <summary>Gets whether the thread is a message request that the team has not accepted. Default: <see langword="false"/>.</summary>
    public bool IsRequest { get; init; }

    /// <summary>Gets whether the latest message is the team's, so that the prospect owes the answer. Default: <see langword="false"/>.</summary>
    public bool TeamWroteLast { get; init; }

    /// <summary>Gets whether a member marked the thread as unread, or a message came since it was read. Default: <see langword="false"/>.</summary>
    public bool Unread { get; init; }

    /// <summary>Gets the capabilities that are switched off in this thread, such as <c>message:send</c>. Default: none.</summary>
    public ImmutableArray<string> Restrictions { get; init; } = [];

    /// <summary>Gets the id of the member who looks after the thread, or <see langword="null"/> for nobody.</summary>
    public string? AssignedToMemberId { get; init; }

    /// <summary>Gets when the latest message was sent: threads are listed by it, newest first.</summary>
    public required DateTimeOffset LastMessageAt
    {
        get => DateTimeOffset.FromUnixTimeMilliseconds(_lastMessageAt);
        init => _lastMessageAt = value.ToUnixTimeMilliseconds();
    }

    /// <summary>Gets when the thread came to be. Default: <see cref="LastMessageAt"/>.</summary>
    public DateTimeOffset CreatedAt
    {
        get => DateTimeOffset.FromUnixTimeMilliseconds(_createdAt == Unset ? _lastMessageAt : _createdAt);
        init => _createdAt = value.ToUnixTimeMilliseconds();
    }

    /// <summary>Gets when the thread last changed. Default: <see cref="LastMessageAt"/>.</summary>
    public DateTimeOffset UpdatedAt
    {
        get => DateTimeOffset.FromUnixTimeMilliseconds(_updatedAt == Unset ? _lastMessageAt : _updatedAt);
        init => _updatedAt = value.ToUnixTimeMilliseconds();
    }

    /// <summary>Whether typing indicators are sent: <c>enabled</c>, <c>disabled</c> or <c>teamDefault</c>.</summary>
    internal string TypingIndicators { get; init; } = "teamDefault";

    /// <summary>The platform id of the profile it is with; null for the prospect's first on the account's platform.</summary>
    internal string? ProfilePlatformId { get; init; }

    /// <summary>What lists are sorted by, without building a date for each comparison.</summary>
    internal long SortKey => _lastMessageAt;

    /// <summary>Fixes the times that default to <see cref="LastMessageAt"/>, so that they stay behind when it moves.</summary>
    internal SandboxThread WithOwnTimes() =>
        _createdAt == Unset || _updatedAt == Unset ? this with { CreatedAt = CreatedAt, UpdatedAt = UpdatedAt } : this;
}
