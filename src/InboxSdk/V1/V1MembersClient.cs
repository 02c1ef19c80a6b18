using InboxSdk.Names;
using InboxSdk.Paging;
using InboxSdk.Pipeline;

namespace InboxSdk.V1;

internal sealed class V1MembersClient(IV1MembersApi api, NamedList<Member> names, InboxRequestOptions? options) : IMembersClient
{
    public InboxPageable<Member> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        async token => (await api.ListAsync(IV1MembersApi.List.Call(options, token)).ConfigureAwait(false)).Members!,
        cancellationToken);

    public async Task<Member> GetAsync(string memberId, CancellationToken cancellationToken = default) =>
        (await api.GetAsync(PathSegment.Validate(memberId), IV1MembersApi.Get.Call(options, cancellationToken)).ConfigureAwait(false)).Member!;

    public Task<Member?> FindByEmailAsync(string email, CancellationToken cancellationToken = default) => names.FindAsync(email, ListAsync, cancellationToken);
}
