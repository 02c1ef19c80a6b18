using InboxSdk.Http;
using InboxSdk.Paging;

namespace InboxSdk.V2;

internal sealed class V2PlatformsClient(IV2TeamApi api, InboxRequestOptions? options) : IPlatformsClient
{
    public InboxPageable<PlatformInfo> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        token => api.ListPlatformsAsync(V2Operations.ListPlatforms.With(options), token).ReadAsync<IReadOnlyList<PlatformInfo>>(), cancellationToken);
}

internal sealed class V2ColorsClient(IV2TeamApi api, InboxRequestOptions? options) : IColorsClient
{
    public InboxPageable<PaletteColor> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        token => api.ListColorsAsync(V2Operations.ListColors.With(options), token).ReadAsync<IReadOnlyList<PaletteColor>>(), cancellationToken);
}

internal sealed class V2TeamClient(IV2TeamApi api, InboxRequestOptions? options) : ITeamClient
{
    public Task<Team> GetAsync(CancellationToken cancellationToken = default) =>
        api.GetTeamAsync(V2Operations.GetTeam.With(options), cancellationToken).ReadAsync<Team>();
}

internal sealed class V2MembersClient(IV2TeamApi api, InboxRequestOptions? options) : ITeamMembersClient
{
    public InboxPageable<TeamMember> ListAsync(CancellationToken cancellationToken = default) => V2Pages.Of(
        V2Operations.ListMembers.Name, new QueryParameters(), PageSize.Maximum,
        (query, token) => api.ListMembersAsync(query, V2Operations.ListMembers.With(options), token).ReadAsync<PageResponse<TeamMember>>(), cancellationToken);

    public async Task<TeamMember> GetAsync(string memberId, CancellationToken cancellationToken = default) =>
        await api.GetMemberAsync(InboxId.Validate(memberId), V2Operations.GetMember.With(options), cancellationToken).ReadAsync<TeamMember>().ConfigureAwait(false);
}

internal sealed class V2AccountLinksClient(IV2TeamApi api, InboxRequestOptions? options) : IAccountLinksClient
{
    public InboxPageable<AccountLink> ListAsync(AccountLinkQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new AccountLinkQuery();
        return V2Pages.Of(
            V2Operations.ListAccountLinks.Name, query.Filters(), query.PageSize,
            (page, token) => api.ListAccountLinksAsync(page, V2Operations.ListAccountLinks.With(options), token).ReadAsync<PageResponse<AccountLink>>(), cancellationToken);
    }

    public async Task<AccountLink> GetAsync(string accountLinkId, CancellationToken cancellationToken = default) =>
        await api.GetAccountLinkAsync(InboxId.Validate(accountLinkId), V2Operations.GetAccountLink.With(options), cancellationToken).ReadAsync<AccountLink>().ConfigureAwait(false);
}
