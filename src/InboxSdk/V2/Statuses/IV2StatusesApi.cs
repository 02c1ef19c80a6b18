using System.Net;
using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V2;

internal interface IV2StatusesApi
{
    static readonly InboxOperation List = InboxOperation.Read("statuses.list", V2Success.Page(
        V2Models.ReadContactStatus, static (status, _) => Identity.Check(status.Id, default)));

    [Get("/statuses")]
    Task<PageResponse<ContactStatus>> ListAsync([Property(InboxCall.Key)] InboxCall call);

    // A retry would be rejected for its name, although the first request succeeded.
    static readonly InboxOperation Create = InboxOperation.WriteOnce("statuses.create", Created());

    [Post("/statuses")]
    Task<ContactStatus> CreateAsync([Body] ContactStatusCreate status, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Get = InboxOperation.Read("statuses.get", Found());

    [Get("/statuses/{statusRef}")]
    Task<ContactStatus> GetAsync(string statusRef, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Update = InboxOperation.Write("statuses.update", Found());

    [Patch("/statuses/{statusRef}")]
    Task<ContactStatus> UpdateAsync(string statusRef, [Body] ContactStatusUpdate update, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Delete = InboxOperation.Write("statuses.delete", SuccessContract.NoContent);

    [Delete("/statuses/{statusRef}")]
    Task<NoContent?> DeleteAsync(string statusRef, [Property(InboxCall.Key)] InboxCall call);

    /// <param name="newName">The name that the request assigns to the status; null for none.</param>
    static SuccessContract Found(string? newName = null) => new SuccessContract<ContactStatus>(
        V2Models.ReadContactStatus, (status, named) => Identity.Check(status.Id, status.Name, named, newName));

    /// <inheritdoc cref="Found"/>
    static SuccessContract Created(string? newName = null) => new SuccessContract<ContactStatus>(
        V2Models.ReadContactStatus, (status, _) => Identity.CheckCreated(status.Id, status.Name, newName))
    {
        Status = HttpStatusCode.Created,
    };
}
