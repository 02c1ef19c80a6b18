using InboxSdk.Http;

namespace InboxSdk.V1;

/// <summary>The operations of v1, with whether they can be retried and what their successes contain.</summary>
internal static class V1Operations
{
    public static readonly InboxOperation FindProspect = InboxOperation.Read("prospects.lookup", "/prospects/lookup", V1Responses.FoundProspect) with { NamedBy = "platformId" };
    public static readonly InboxOperation GetProspect = InboxOperation.Read("prospects.get", "/prospects/{prospectId}", V1Responses.Prospect);

    // Sets absolute values, so a retry is safe.
    public static readonly InboxOperation UpdateContext = InboxOperation.Write("prospects.updateContext", "/prospects/{prospectId}/context", V1Responses.Prospect);

    public static readonly InboxOperation ListThreads = InboxOperation.Read("threads.list", "/threads", V1Responses.Threads);
    public static readonly InboxOperation FindThread = InboxOperation.Read("threads.lookup", "/threads/lookup", V1Responses.FoundThread) with { NamedBy = "prospectPlatformId" };
    public static readonly InboxOperation GetThread = InboxOperation.Read("threads.get", "/threads/{threadId}", V1Responses.Thread);
    public static readonly InboxOperation UpdateThread = InboxOperation.Write("threads.update", "/threads/{threadId}", V1Responses.Thread);

    public static readonly InboxOperation ListTags = InboxOperation.Read("tags.list", "/tags", V1Responses.Tags);
    public static readonly InboxOperation ListColors = InboxOperation.Read("tags.colors", "/tags/colors", V1Responses.Colors);
    public static readonly InboxOperation UpdateTag = InboxOperation.Write("tags.update", "/tags/{tagId}", V1Responses.Tag);
    public static readonly InboxOperation DeleteTag = InboxOperation.Write("tags.delete", "/tags/{tagId}", SuccessContract.NoContent);

    // A retry could create a second tag.
    public static readonly InboxOperation CreateTag = InboxOperation.WriteOnce("tags.create", "/tags", V1Responses.CreatedTag());

    public static readonly InboxOperation ListStatuses = InboxOperation.Read("statuses.list", "/statuses", V1Responses.Statuses);
    public static readonly InboxOperation ListMembers = InboxOperation.Read("members.list", "/members", V1Responses.Members);
    public static readonly InboxOperation GetMember = InboxOperation.Read("members.get", "/members/{memberId}", V1Responses.Member);
}
