namespace InboxSdk.Names;

/// <summary>Finds members in a cached list.</summary>
internal sealed class CachedMembersClient(IMembersClient members, NamedList<Member> names) : IMembersClient
{
    public InboxPageable<Member> ListAsync(CancellationToken cancellationToken = default) => members.ListAsync(cancellationToken);

    public Task<Member> GetAsync(string memberId, CancellationToken cancellationToken = default) => members.GetAsync(memberId, cancellationToken);

    public Task<Member?> FindByEmailAsync(string email, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return names.FindAsync(members.ListAsync(CancellationToken.None), member => member.Email, email, cancellationToken);
    }
}
