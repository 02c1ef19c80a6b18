using InboxSdk.Names;
using InboxSdk.Paging;

namespace InboxSdk.V2;

internal sealed class V2MembersClient(IInboxV2Client inbox, NamedList<Member> names) : IMembersClient
{
    public InboxPageable<Member> ListAsync(CancellationToken cancellationToken = default) =>
        inbox.Members.ListAsync(cancellationToken).Select(FacadeModels.ToMember, cancellationToken);

    public async Task<Member> GetAsync(string memberId, CancellationToken cancellationToken = default) =>
        (await inbox.Members.GetAsync(memberId, cancellationToken).ConfigureAwait(false)).ToMember();

    public Task<Member?> FindByEmailAsync(string email, CancellationToken cancellationToken = default) => names.FindAsync(email, ListAsync, cancellationToken);
}
