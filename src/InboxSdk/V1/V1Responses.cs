using System.Net;
using InboxSdk.Http;

namespace InboxSdk.V1;

/// <summary>The successes of v1's operations, as documented in the guide. It lists no statuses: 200 is expected if there is a body, and also 201 for a creation.</summary>
internal static class V1Responses
{
    public static readonly SuccessContract Prospect = new SuccessContract<ProspectAnswer>(
        static () => V1JsonContext.Default.ProspectAnswer, static (response, named) => Identity.Check(response.Prospect?.Id ?? "", named));

    // Null means that there is none; a missing property means nothing.
    public static readonly SuccessContract FoundProspect = new SuccessContract<ProspectAnswer>(
        static () => V1JsonContext.Default.ProspectAnswer,
        static (response, named) => response.IsNone ? null : Identity.Check(response.Prospect?.Id ?? "", default) ?? Identity.CheckOwner(response.Prospect!.PlatformId, named));

    public static readonly SuccessContract Thread = new SuccessContract<ThreadAnswer>(
        static () => V1JsonContext.Default.ThreadAnswer, static (response, named) => Identity.Check(response.Thread?.Id ?? "", named));

    public static readonly SuccessContract FoundThread = new SuccessContract<ThreadAnswer>(
        static () => V1JsonContext.Default.ThreadAnswer,
        static (response, named) => response.IsNone ? null : Identity.Check(response.Thread?.Id ?? "", default) ?? Identity.CheckOwner(response.Thread!.Prospect.PlatformId, named));

    public static readonly SuccessContract Threads = new SuccessContract<ThreadsAnswer>(
        static () => V1JsonContext.Default.ThreadsAnswer, static (response, _) => Identity.CheckItems(response.Threads, static (thread, _) => Identity.Check(thread.Id, default)));

    public static readonly SuccessContract Tags = new SuccessContract<TagsAnswer>(
        static () => V1JsonContext.Default.TagsAnswer, static (response, _) => Identity.CheckItems(response.Tags, static (tag, _) => Identity.Check(tag.Id, default)));

    public static readonly SuccessContract Tag = new SuccessContract<TagAnswer>(
        static () => V1JsonContext.Default.TagAnswer, static (response, named) => Identity.Check(response.Tag?.Id ?? "", named));

    public static readonly SuccessContract Colors = new SuccessContract<ColorsAnswer>(
        static () => V1JsonContext.Default.ColorsAnswer, static (response, _) => Identity.CheckItems(response.Colors, static (color, _) => Identity.Check(color, default)));

    public static readonly SuccessContract Statuses = new SuccessContract<StatusesAnswer>(
        static () => V1JsonContext.Default.StatusesAnswer, static (response, _) => Identity.CheckItems(response.Statuses, static (status, _) => Identity.Check(status.Id, default)));

    public static readonly SuccessContract Members = new SuccessContract<MembersAnswer>(
        static () => V1JsonContext.Default.MembersAnswer, static (response, _) => Identity.CheckItems(response.Members, static (member, _) => Identity.Check(member.Id, default)));

    public static readonly SuccessContract Member = new SuccessContract<MemberAnswer>(
        static () => V1JsonContext.Default.MemberAnswer, static (response, named) => Identity.Check(response.Member?.Id ?? "", named));

    /// <param name="newName">The name that the request assigns to the tag; null for any.</param>
    public static SuccessContract CreatedTag(string? newName = null) => new SuccessContract<TagAnswer>(
        static () => V1JsonContext.Default.TagAnswer, (response, _) => Identity.CheckCreated(response.Tag?.Id ?? "", response.Tag?.Name ?? "", newName))
    {
        Status = HttpStatusCode.Created,
        OtherStatus = HttpStatusCode.OK,
    };
}
