using System.Net;
using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V2;

internal interface IV2TagsApi
{
    static readonly InboxOperation List = InboxOperation.Read("tags.list", V2Success.Page(
        V2Models.ReadContactTag, static (tag, _) => Identity.Check(tag.Id, default)));

    [Get("/tags")]
    Task<PageResponse<ContactTag>> ListAsync([Property(InboxCall.Key)] InboxCall call);

    // A retry would be rejected for its name, although the first request succeeded.
    static readonly InboxOperation Create = InboxOperation.WriteOnce("tags.create", Created());

    [Post("/tags")]
    Task<ContactTag> CreateAsync([Body] ContactTagCreate tag, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Get = InboxOperation.Read("tags.get", Found());

    [Get("/tags/{tagRef}")]
    Task<ContactTag> GetAsync(string tagRef, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Update = InboxOperation.Write("tags.update", Found());

    [Patch("/tags/{tagRef}")]
    Task<ContactTag> UpdateAsync(string tagRef, [Body] ContactTagUpdate update, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Delete = InboxOperation.Write("tags.delete", SuccessContract.NoContent);

    [Delete("/tags/{tagRef}")]
    Task<NoContent?> DeleteAsync(string tagRef, [Property(InboxCall.Key)] InboxCall call);

    /// <param name="newName">The name that the request assigns to the tag; null for none.</param>
    static SuccessContract Found(string? newName = null) => new SuccessContract<ContactTag>(
        V2Models.ReadContactTag, (tag, named) => Identity.Check(tag.Id, tag.Name, named, newName));

    /// <inheritdoc cref="Found"/>
    static SuccessContract Created(string? newName = null) => new SuccessContract<ContactTag>(
        V2Models.ReadContactTag, (tag, _) => Identity.CheckCreated(tag.Id, tag.Name, newName))
    {
        Status = HttpStatusCode.Created,
    };
}
