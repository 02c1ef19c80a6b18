using System.Net;
using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V1;

internal interface IV1TagsApi
{
    static readonly InboxOperation List = InboxOperation.Read("tags.list", new SuccessContract<TagsResponse>(
        V1Models.ReadTagsResponse, static (response, _) => Identity.CheckItems(response.Tags, static (tag, _) => Identity.Check(tag.Id, default))));

    [Get("/tags")]
    Task<TagsResponse> ListAsync([Property(InboxCall.Key)] InboxCall call);

    // A retry could create a second tag.
    static readonly InboxOperation Create = InboxOperation.WriteOnce("tags.create", Created());

    [Post("/tags")]
    Task<TagResponse> CreateAsync([Body] TagCreate tag, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Update = InboxOperation.Write("tags.update", new SuccessContract<TagResponse>(
        V1Models.ReadTagResponse, static (response, named) => Identity.Check(response.Tag?.Id ?? "", named)));

    [Patch("/tags/{tagId}")]
    Task<TagResponse> UpdateAsync(string tagId, [Body] TagUpdate update, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Delete = InboxOperation.Write("tags.delete", SuccessContract.NoContent);

    [Delete("/tags/{tagId}")]
    Task<NoContent?> DeleteAsync(string tagId, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation GetColors = InboxOperation.Read("tags.colors", new SuccessContract<ColorsResponse>(
        V1Models.ReadColorsResponse, static (response, _) => Identity.CheckItems(response.Colors, static (color, _) => Identity.Check(color, default))));

    [Get("/tags/colors")]
    Task<ColorsResponse> GetColorsAsync([Property(InboxCall.Key)] InboxCall call);

    /// <param name="newName">The name that the request assigns to the tag; null for any.</param>
    static SuccessContract Created(string? newName = null) => new SuccessContract<TagResponse>(
        V1Models.ReadTagResponse, (response, _) => Identity.CheckCreated(response.Tag?.Id ?? "", response.Tag?.Name ?? "", newName))
    {
        Status = HttpStatusCode.Created,
        OtherStatus = HttpStatusCode.OK,
    };
}
