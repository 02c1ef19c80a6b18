using InboxSdk.Paging;

namespace InboxSdk.V2;

internal sealed class V2MembersClient(IInboxV2Client inbox) : IMembersClient
{
    public InboxPageable<Member> ListAsync(CancellationToken cancellationToken = default) =>
        inbox.Members.ListAsync(cancellationToken).Select(FacadeModels.ToMember, cancellationToken);

    public async Task<Member> GetAsync(string memberId, CancellationToken cancellationToken = default) =>
        (await inbox.Members.GetAsync(memberId, cancellationToken).ConfigureAwait(false)).ToMember();

    public Task<Member?> FindByEmailAsync(string email, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return ListAsync(cancellationToken).FindAsync(member => member.Email, email, cancellationToken);
    }
}
