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
    /// <returns>The same member.</returns>
    /// <exception cref="ArgumentException">The id is blank or already exists.</exception>
    public SandboxMember AddMember(SandboxMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        lock (SyncRoot)
        {
            _members.Add(member);
            return member;
        }
    }

    /// <summary>Adds an account of the team.</summary>
    /// <param name="accountLink">The account link.</param>
    /// <returns>The same account link.</returns>
    /// <exception cref="ArgumentException">The id is blank or already exists.</exception>
    public SandboxAccountLink AddAccountLink(SandboxAccountLink accountLink)
    {
        ArgumentNullException.ThrowIfNull(accountLink);
        lock (SyncRoot)
        {
            _accountLinks.Add(accountLink);
            return accountLink;
        }
    }

    /// <summary>Replaces the account with the same id, for example to disconnect it.</summary>
    /// <param name="accountLink">The updated account link.</param>
    /// <returns>The same account link.</returns>
    /// <exception cref="ArgumentException">The account link does not exist.</exception>
    public SandboxAccountLink Update(SandboxAccountLink accountLink)
    {
        ArgumentNullException.ThrowIfNull(accountLink);
        lock (SyncRoot)
        {
            accountLink = accountLink with { Id = _accountLinks.Find(accountLink.Id)?.Id ?? accountLink.Id };
            _accountLinks.Replace(accountLink);
            return accountLink;
        }
    }

    internal SandboxMember? FindMemberInV2(string id) => _members.FindInV2(id);

    internal SandboxAccountLink? FindAccountLinkInV2(string id) => _accountLinks.FindInV2(id);
}
