using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V2;

internal interface IV2EventsApi
{
    // An event can also be identified by its sequence number.
    static readonly InboxOperation List = InboxOperation.Read("events.list", new SuccessContract<EventsResponse>(
        V2Models.ReadEventsResponse,
        static (page, _) => Identity.CheckItems(page.Data, static (item, _) => item.Seq > 0 ? null : Identity.Check(item.Id, default))));

    [Get("/events")]
    Task<EventsResponse> ListAsync([QueryConverter(typeof(QueryParametersConverter))] QueryParameters query, [Property(InboxCall.Key)] InboxCall call);
}
