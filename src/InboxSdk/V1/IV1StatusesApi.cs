using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V1;

internal interface IV1StatusesApi
{
    static readonly InboxOperation List = InboxOperation.Read("statuses.list", new SuccessContract<StatusesResponse>(
        V1Models.ReadStatusesResponse, static (response, _) => Identity.CheckItems(response.Statuses, static (status, _) => Identity.Check(status.Id, default))));

    [Get("/statuses")]
    Task<StatusesResponse> ListAsync([Property(InboxCall.Key)] InboxCall call);
}
