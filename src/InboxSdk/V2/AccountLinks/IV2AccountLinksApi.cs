using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V2;

internal interface IV2AccountLinksApi
{
    static readonly InboxOperation List = InboxOperation.Read("accountLinks.list", V2Success.Page(
        V2Models.ReadAccountLink, static (account, _) => Identity.Check(account.Id, default)));

    [Get("/account-links")]
    Task<PageResponse<AccountLink>> ListAsync([QueryConverter(typeof(QueryParametersConverter))] QueryParameters query, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Get = InboxOperation.Read("accountLinks.get", new SuccessContract<AccountLink>(
        V2Models.ReadAccountLink, static (account, named) => Identity.Check(account.Id, named)));

    [Get("/account-links/{accountLinkId}")]
    Task<AccountLink> GetAsync(string accountLinkId, [Property(InboxCall.Key)] InboxCall call);
}
