namespace InboxSdk.Sandbox;

public sealed partial class SandboxState
{
    private Catalog<SandboxMember> _members = new("member", member => member.Id);
    private Catalog<SandboxAccountLink> _accountLinks = new("account link", link => link.Id);

    /// <summary>Gets a snapshot of the members.</summary>
    public IReadOnlyList<SandboxMember> Members => Locked(_members.Snapshot);

    /// <summary>Gets a snapshot of the team's accounts.</summary>
    public IReadOnlyList<SandboxAccountLink> AccountLinks => Locked(_accountLinks.Snapshot);

    /// <summary>Finds a member.</summary>
    /// <param name="id">The id in Inbox, in the spelling of either API version.</param>
    /// <returns>The member, or <see langword="null"/> if there is none.</returns>
    public SandboxMember? FindMember(string id) => Locked(() => _members.Find(id));

    /// <summary>Finds an account of the team.</summary>
    /// <param name="id">The id in Inbox, in the spelling of either API version.</param>
    /// <returns>The account link, or <see langword="null"/> if there is none.</returns>
    public SandboxAccountLink? FindAccountLink(string id) => Locked(() => _accountLinks.Find(id));

    /// <summary>Adds a member to the team.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The member as stored, with its id of v2.</returns>
    /// <exception cref="ArgumentException">The id is blank or already exists.</exception>
    public SandboxMember AddMember(SandboxMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentException.ThrowIfNullOrWhiteSpace(member.Role.ToString(), "member.Role");
        lock (SyncRoot)
        {
            var given = member.Id;
            member = member with { Id = NewId("member", given) };
            _members.Add(member);
            AddV1Id(member.Id, given);
            return member;
        }
    }

    /// <summary>Adds an account of the team.</summary>
    /// <param name="accountLink">The account link.</param>
    /// <returns>The account link as stored, with its id of v2.</returns>
    /// <exception cref="ArgumentException">The id is blank or already exists, or there is no platform or status.</exception>
    public SandboxAccountLink AddAccountLink(SandboxAccountLink accountLink)
    {
        ArgumentNullException.ThrowIfNull(accountLink);
        ArgumentException.ThrowIfNullOrWhiteSpace(accountLink.Platform.ToString(), "accountLink.Platform");
        ArgumentException.ThrowIfNullOrWhiteSpace(accountLink.Status.ToString(), "accountLink.Status");
        lock (SyncRoot)
        {
            var given = accountLink.Id;
            accountLink = accountLink with { Id = NewId("account link", given) };
            _accountLinks.Add(accountLink);
            AddV1Id(accountLink.Id, given);
            return accountLink;
        }
    }

    /// <summary>Replaces the account with the same id, for example to disconnect it.</summary>
    /// <param name="accountLink">The updated account link.</param>
    /// <returns>The account link as stored, with its id of v2.</returns>
    /// <exception cref="ArgumentException">The account link does not exist, or has no platform or status.</exception>
    public SandboxAccountLink Update(SandboxAccountLink accountLink)
    {
        ArgumentNullException.ThrowIfNull(accountLink);
        ArgumentException.ThrowIfNullOrWhiteSpace(accountLink.Platform.ToString(), "accountLink.Platform");
        ArgumentException.ThrowIfNullOrWhiteSpace(accountLink.Status.ToString(), "accountLink.Status");
        lock (SyncRoot)
        {
            accountLink = accountLink with { Id = V2Id.Of(accountLink.Id) };
            _accountLinks.Replace(accountLink);
            return accountLink;
        }
    }
}
