using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents an account of the team on a messaging platform.</summary>
public sealed record AccountLink
{
    /// <summary>Gets the Inbox id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the id on the platform.</summary>
    public string PlatformId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the username without a prefix, or <see langword="null"/> if there is none.</summary>
    public string? Username { get; init; }

    /// <summary>Gets the display name, or <see langword="null"/> if there is none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Gets the URL of the avatar, or <see langword="null"/> if there is none.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>Gets the status, which determines whether the account can be used.</summary>
    public AccountLinkStatus Status { get; init; }

    /// <summary>Gets the reasons for a pause, such as <c>billing</c>; empty if the account is not paused. Inbox may add reasons.</summary>
    public IReadOnlyList<string> PauseReasons { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets the capabilities. A thread can restrict them; see <see cref="Can"/>.</summary>
    public IReadOnlyList<Capability> Capabilities { get; init => field = ValueList.Of(value); } = ValueList<Capability>.Empty;

    /// <summary>Gets when the import of the account's threads completed, or <see langword="null"/> until then.</summary>
    public DateTimeOffset? SyncedAt { get; init; }

    /// <summary>Gets when the account was connected, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Determines whether the account has a capability that the thread, if any, does not restrict.</summary>
    /// <param name="capability">The capability.</param>
    /// <param name="thread">The thread, or <see langword="null"/> to check only the account.</param>
    /// <returns><see langword="false"/> if the API would return <c>capabilityNotSupported</c> or <c>threadRestricted</c>
    /// (<see cref="InboxCapabilityException"/>).</returns>
    /// <exception cref="ArgumentException"><paramref name="thread"/> belongs to another account.</exception>
    /// <remarks>The result reflects the account and the thread at the time they were read. It is independent of <see cref="Status"/>: a paused or offline account
    /// keeps its capabilities.</remarks>
    public bool Can(Capability capability, ContactThread? thread = null)
    {
        if (thread is not null && thread.AccountLinkId != Id)
            throw new ArgumentException("The thread belongs to another account. Use the account whose id is ContactThread.AccountLinkId.", nameof(thread));
        return Capabilities.Contains(capability) && thread?.Restrictions.Contains(capability) != true;
    }
}
