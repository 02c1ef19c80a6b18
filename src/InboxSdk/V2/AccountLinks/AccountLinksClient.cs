namespace InboxSdk.V2;

internal sealed class AccountLinksClient(IV2AccountLinksApi api, InboxRequestOptions? options) : IAccountLinksClient
{
    public InboxPageable<AccountLink> ListAsync(AccountLinkQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new AccountLinkQuery();
        return V2Pages.Of(
            IV2AccountLinksApi.List.Name, query.Filters(), query.PageSize,
            (page, token) => api.ListAsync(page, IV2AccountLinksApi.List.Call(options, token)), cancellationToken);
    }

    public async Task<AccountLink> GetAsync(string accountLinkId, CancellationToken cancellationToken = default) =>
        await api.GetAsync(InboxId.Validate(accountLinkId), IV2AccountLinksApi.Get.Call(options, cancellationToken)).ConfigureAwait(false);
}
