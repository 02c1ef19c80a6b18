using InboxSdk.Paging;

namespace InboxSdk.V2;

internal sealed class TeamMembersClient(IV2MembersApi api, InboxRequestOptions? options) : ITeamMembersClient
{
    public InboxPageable<TeamMember> ListAsync(CancellationToken cancellationToken = default) => V2Pages.Of(
        IV2MembersApi.List.Name, new QueryParameters(), PageSize.Maximum,
        (query, token) => api.ListAsync(query, IV2MembersApi.List.Call(options, token)), cancellationToken);

    public async Task<TeamMember> GetAsync(string memberId, CancellationToken cancellationToken = default) =>
        await api.GetAsync(InboxId.Validate(memberId), IV2MembersApi.Get.Call(options, cancellationToken)).ConfigureAwait(false);
}
