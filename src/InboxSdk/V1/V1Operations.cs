using InboxSdk.Http;

namespace InboxSdk.V1;

/// <summary>Every operation of v1, with whether it may be repeated after a fault.</summary>
internal static class V1Operations
{
    public static readonly InboxOperation FindProspect = new("prospects.lookup", "/prospects/lookup", IsRepeatable: true);
    public static readonly InboxOperation GetProspect = new("prospects.get", "/prospects/{prospectId}", IsRepeatable: true);

    // Sets absolute values, so that twice is as good as once.
    public static readonly InboxOperation UpdateContext = new("prospects.updateContext", "/prospects/{prospectId}/context", IsRepeatable: true);

    public static readonly InboxOperation ListThreads = new("threads.list", "/threads", IsRepeatable: true);
    public static readonly InboxOperation FindThread = new("threads.lookup", "/threads/lookup", IsRepeatable: true);
    public static readonly InboxOperation GetThread = new("threads.get", "/threads/{threadId}", IsRepeatable: true);
    public static readonly InboxOperation UpdateThread = new("threads.update", "/threads/{threadId}", IsRepeatable: true);

    public static readonly InboxOperation ListTags = new("tags.list", "/tags", IsRepeatable: true);
    public static readonly InboxOperation ListColors = new("tags.colors", "/tags/colors", IsRepeatable: true);
    public static readonly InboxOperation UpdateTag = new("tags.update", "/tags/{tagId}", IsRepeatable: true);
    public static readonly InboxOperation DeleteTag = new("tags.delete", "/tags/{tagId}", IsRepeatable: true);

    // A second one would be a second tag.
    public static readonly InboxOperation CreateTag = new("tags.create", "/tags", IsRepeatable: false);

    public static readonly InboxOperation ListStatuses = new("statuses.list", "/statuses", IsRepeatable: true);
    public static readonly InboxOperation ListMembers = new("members.list", "/members", IsRepeatable: true);
    public static readonly InboxOperation GetMember = new("members.get", "/members/{memberId}", IsRepeatable: true);
}
