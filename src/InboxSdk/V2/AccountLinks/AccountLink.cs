namespace InboxSdk.V2;

/// <summary>An account of the team on a messaging platform.</summary>
public sealed record AccountLink
{
    /// <summary>Gets the account's Inbox id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the account's id on the platform.</summary>
    public string PlatformId { get => field ?? ""; init; }

    /// <summary>Gets the username, without a prefix; <see langword="null"/> when it has none.</summary>
    public string? Username { get; init; }

    /// <summary>Gets the display name; <see langword="null"/> when it has none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Gets the address of the avatar; <see langword="null"/> when there is none.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>Gets whether the account can be used.</summary>
    public AccountLinkStatus Status { get; init; }

    /// <summary>Gets why the account rests, such as <c>billing</c>; empty when it does not. Inbox may add reasons.</summary>
    public IReadOnlyList<string> PauseReasons { get => field ?? []; init; }

    /// <summary>Gets what the account can do. A thread may restrict it: ask <see cref="Can"/>.</summary>
    public IReadOnlyList<Capability> Capabilities { get => field ?? []; init; }

    /// <summary>Gets when the import of the account's threads ended; <see langword="null"/> until it has.</summary>
    public DateTimeOffset? SyncedAt { get; init; }

    /// <summary>Gets when the account was connected; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Tells whether the account can do something: it has the capability, and the thread, if any, does not restrict it.</summary>
    /// <param name="capability">What to do.</param>
    /// <param name="thread">The thread in which to do it; <see langword="null"/> asks for the account alone.</param>
    /// <returns><see langword="false"/> when the API would answer <c>capabilityNotSupported</c> or <c>threadRestricted</c>
    /// (<see cref="InboxCapabilityException"/>).</returns>
    /// <exception cref="ArgumentException"><paramref name="thread"/> is one of another account.</exception>
    /// <remarks>It goes by what the account and the thread were when they were read, and says nothing of <see cref="Status"/>: an account that rests or is
    /// offline keeps its capabilities.</remarks>
    public bool Can(Capability capability, ContactThread? thread = null)
    {
        if (thread is not null && thread.AccountLinkId != Id)
            throw new ArgumentException("The thread is one of another account. Ask the account whose id is in ContactThread.AccountLinkId.", nameof(thread));
        return Capabilities.Contains(capability) && thread?.Restrictions.Contains(capability) != true;
    }
}
