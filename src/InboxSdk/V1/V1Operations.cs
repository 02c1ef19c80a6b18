using InboxSdk.Http;

namespace InboxSdk.V1;

/// <summary>Every operation of v1, with whether it may be repeated after a fault.</summary>
internal static class V1Operations
{
    public static readonly InboxOperation FindProspect = new("prospects.lookup", IsRepeatable: true);
    public static readonly InboxOperation GetProspect = new("prospects.get", IsRepeatable: true);

    // Sets absolute values, so that twice is as good as once.
    public static readonly InboxOperation UpdateContext = new("prospects.updateContext", IsRepeatable: true);

    public static readonly InboxOperation ListThreads = new("threads.list", IsRepeatable: true);
    public static readonly InboxOperation FindThread = new("threads.lookup", IsRepeatable: true);
    public static readonly InboxOperation GetThread = new("threads.get", IsRepeatable: true);
    public static readonly InboxOperation UpdateThread = new("threads.update", IsRepeatable: true);

    public static readonly InboxOperation ListTags = new("tags.list", IsRepeatable: true);
    public static readonly InboxOperation ListColors = new("tags.colors", IsRepeatable: true);
    public static readonly InboxOperation UpdateTag = new("tags.update", IsRepeatable: true);
    public static readonly InboxOperation DeleteTag = new("tags.delete", IsRepeatable: true);

    // A second one would be a second tag.
    public static readonly InboxOperation CreateTag = new("tags.create", IsRepeatable: false);

    public static readonly InboxOperation ListStatuses = new("statuses.list", IsRepeatable: true);
    public static readonly InboxOperation ListMembers = new("members.list", IsRepeatable: true);
    public static readonly InboxOperation GetMember = new("members.get", IsRepeatable: true);
}
