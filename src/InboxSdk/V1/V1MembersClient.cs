using InboxSdk.Http;
using InboxSdk.Paging;

namespace InboxSdk.V1;

internal sealed class V1MembersClient(IV1MembersApi api, InboxRequestOptions? options) : IMembersClient
{
    public InboxPageable<Member> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        async token => (await api.ListAsync(V1Operations.ListMembers.With(options), token).ReadAsync<MembersResponse>().ConfigureAwait(false)).Members!,
        cancellationToken);

    public async Task<Member> GetAsync(string memberId, CancellationToken cancellationToken = default) =>
        (await api.GetAsync(PathSegment.Validate(memberId), V1Operations.GetMember.With(options), cancellationToken).ReadAsync<MemberResponse>().ConfigureAwait(false)).Member!;

    public Task<Member?> FindByEmailAsync(string email, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return ListAsync(cancellationToken).FindAsync(member => member.Email, email, cancellationToken);
    }
}
