using System.Net;
using InboxSdk.Http;

namespace InboxSdk.V1;

/// <summary>What the guide says of the successes of v1's operations. It names no statuses: 200 is expected of what gives something, and of a creation also 201.</summary>
internal static class V1Responses
{
    public static readonly SuccessContract Prospect = new SuccessContract<ProspectAnswer>(
        static () => V1JsonContext.Default.ProspectAnswer, static (answer, named) => Identity.Check(answer.Prospect?.Id ?? "", named));

    // A null says that there is none. Its absence says nothing.
    public static readonly SuccessContract FoundProspect = new SuccessContract<ProspectAnswer>(
        static () => V1JsonContext.Default.ProspectAnswer,
        static (answer, named) => answer.SaysNone ? null : Identity.Check(answer.Prospect?.Id ?? "", default) ?? Identity.CheckOwner(answer.Prospect!.PlatformId, named));

    public static readonly SuccessContract Thread = new SuccessContract<ThreadAnswer>(
        static () => V1JsonContext.Default.ThreadAnswer, static (answer, named) => Identity.Check(answer.Thread?.Id ?? "", named));

    public static readonly SuccessContract FoundThread = new SuccessContract<ThreadAnswer>(
        static () => V1JsonContext.Default.ThreadAnswer,
        static (answer, named) => answer.SaysNone ? null : Identity.Check(answer.Thread?.Id ?? "", default) ?? Identity.CheckOwner(answer.Thread!.Prospect.PlatformId, named));

    public static readonly SuccessContract Threads = new SuccessContract<ThreadsAnswer>(
        static () => V1JsonContext.Default.ThreadsAnswer, static (answer, _) => answer.Threads is null ? "has no threads" : null);

    public static readonly SuccessContract Tags = new SuccessContract<TagsAnswer>(
        static () => V1JsonContext.Default.TagsAnswer, static (answer, _) => answer.Tags is null ? "has no tags" : null);

    public static readonly SuccessContract Tag = new SuccessContract<TagAnswer>(
        static () => V1JsonContext.Default.TagAnswer, static (answer, named) => Identity.Check(answer.Tag?.Id ?? "", named));

    public static readonly SuccessContract CreatedTag = new SuccessContract<TagAnswer>(
        static () => V1JsonContext.Default.TagAnswer, static (answer, _) => Identity.Check(answer.Tag?.Id ?? "", default))
    {
        Status = HttpStatusCode.Created,
        OtherStatus = HttpStatusCode.OK,
    };

    public static readonly SuccessContract Colors = new SuccessContract<ColorsAnswer>(
        static () => V1JsonContext.Default.ColorsAnswer, static (answer, _) => answer.Colors is null ? "has no colors" : null);

    public static readonly SuccessContract Statuses = new SuccessContract<StatusesAnswer>(
        static () => V1JsonContext.Default.StatusesAnswer, static (answer, _) => answer.Statuses is null ? "has no statuses" : null);

    public static readonly SuccessContract Members = new SuccessContract<MembersAnswer>(
        static () => V1JsonContext.Default.MembersAnswer, static (answer, _) => answer.Members is null ? "has no members" : null);

    public static readonly SuccessContract Member = new SuccessContract<MemberAnswer>(
        static () => V1JsonContext.Default.MemberAnswer, static (answer, named) => Identity.Check(answer.Member?.Id ?? "", named));
}
