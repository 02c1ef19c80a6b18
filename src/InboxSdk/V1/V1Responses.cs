using System.Net;
using InboxSdk.Http;

namespace InboxSdk.V1;

/// <summary>The successes of v1's operations, as documented in the guide. It lists no statuses: 200 is expected if there is a body, and also 201 for a creation.</summary>
internal static class V1Responses
{
    public static readonly SuccessContract Prospect = new SuccessContract<ProspectResponse>(
        static () => V1JsonContext.Default.ProspectResponse, static (response, named) => Identity.Check(response.Prospect?.Id ?? "", named));

    // Null means that there is none; a missing property means nothing.
    public static readonly SuccessContract FoundProspect = new SuccessContract<ProspectResponse>(
        static () => V1JsonContext.Default.ProspectResponse,
        static (response, named) => response.IsNone ? null : Identity.Check(response.Prospect?.Id ?? "", default) ?? Identity.CheckOwner(response.Prospect!.PlatformId, named));

    public static readonly SuccessContract Thread = new SuccessContract<ThreadResponse>(
        static () => V1JsonContext.Default.ThreadResponse, static (response, named) => Identity.Check(response.Thread?.Id ?? "", named));

    public static readonly SuccessContract FoundThread = new SuccessContract<ThreadResponse>(
        static () => V1JsonContext.Default.ThreadResponse,
        static (response, named) => response.IsNone ? null : Identity.Check(response.Thread?.Id ?? "", default) ?? Identity.CheckOwner(response.Thread!.Prospect.PlatformId, named));

    public static readonly SuccessContract Threads = new SuccessContract<ThreadsResponse>(
        static () => V1JsonContext.Default.ThreadsResponse, static (response, _) => Identity.CheckItems(response.Threads, static (thread, _) => Identity.Check(thread.Id, default)));

    public static readonly SuccessContract Tags = new SuccessContract<TagsResponse>(
        static () => V1JsonContext.Default.TagsResponse, static (response, _) => Identity.CheckItems(response.Tags, static (tag, _) => Identity.Check(tag.Id, default)));

    public static readonly SuccessContract Tag = new SuccessContract<TagResponse>(
        static () => V1JsonContext.Default.TagResponse, static (response, named) => Identity.Check(response.Tag?.Id ?? "", named));

    public static readonly SuccessContract Colors = new SuccessContract<ColorsResponse>(
        static () => V1JsonContext.Default.ColorsResponse, static (response, _) => Identity.CheckItems(response.Colors, static (color, _) => Identity.Check(color, default)));

    public static readonly SuccessContract Statuses = new SuccessContract<StatusesResponse>(
        static () => V1JsonContext.Default.StatusesResponse, static (response, _) => Identity.CheckItems(response.Statuses, static (status, _) => Identity.Check(status.Id, default)));

    public static readonly SuccessContract Members = new SuccessContract<MembersResponse>(
        static () => V1JsonContext.Default.MembersResponse, static (response, _) => Identity.CheckItems(response.Members, static (member, _) => Identity.Check(member.Id, default)));

    public static readonly SuccessContract Member = new SuccessContract<MemberResponse>(
        static () => V1JsonContext.Default.MemberResponse, static (response, named) => Identity.Check(response.Member?.Id ?? "", named));

    /// <param name="newName">The name that the request assigns to the tag; null for any.</param>
    public static SuccessContract CreatedTag(string? newName = null) => new SuccessContract<TagResponse>(
        static () => V1JsonContext.Default.TagResponse, (response, _) => Identity.CheckCreated(response.Tag?.Id ?? "", response.Tag?.Name ?? "", newName))
    {
        Status = HttpStatusCode.Created,
        OtherStatus = HttpStatusCode.OK,
    };
}
