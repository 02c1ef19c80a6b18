using InboxSdk.Http;

namespace InboxSdk.V1;

/// <summary>Every operation of v1, with whether it may be repeated after a fault.</summary>
internal static class V1Operations
{
    public static readonly InboxOperation FindProspect = InboxOperation.Read("prospects.lookup", "/prospects/lookup");
    public static readonly InboxOperation GetProspect = InboxOperation.Read("prospects.get", "/prospects/{prospectId}");

    // Sets absolute values, so that twice is as good as once.
    public static readonly InboxOperation UpdateContext = InboxOperation.Write("prospects.updateContext", "/prospects/{prospectId}/context");

    public static readonly InboxOperation ListThreads = InboxOperation.Read("threads.list", "/threads");
    public static readonly InboxOperation FindThread = InboxOperation.Read("threads.lookup", "/threads/lookup");
    public static readonly InboxOperation GetThread = InboxOperation.Read("threads.get", "/threads/{threadId}");
    public static readonly InboxOperation UpdateThread = InboxOperation.Write("threads.update", "/threads/{threadId}");

    public static readonly InboxOperation ListTags = InboxOperation.Read("tags.list", "/tags");
    public static readonly InboxOperation ListColors = InboxOperation.Read("tags.colors", "/tags/colors");
    public static readonly InboxOperation UpdateTag = InboxOperation.Write("tags.update", "/tags/{tagId}");
    public static readonly InboxOperation DeleteTag = InboxOperation.Write("tags.delete", "/tags/{tagId}");

    // A second one would be a second tag.
    public static readonly InboxOperation CreateTag = InboxOperation.WriteOnce("tags.create", "/tags");

    public static readonly InboxOperation ListStatuses = InboxOperation.Read("statuses.list", "/statuses");
    public static readonly InboxOperation ListMembers = InboxOperation.Read("members.list", "/members");
    public static readonly InboxOperation GetMember = InboxOperation.Read("members.get", "/members/{memberId}");
}
