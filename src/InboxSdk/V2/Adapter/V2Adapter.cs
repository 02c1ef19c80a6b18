using InboxSdk.Names;
using Microsoft.Extensions.Logging;

namespace InboxSdk.V2;

/// <summary>Implements the facade with v2's own client.</summary>
internal static class V2Adapter
{
    public static FacadeParts Create(IInboxV2Client inbox, RecentTagsAndStatuses recent, NameCache names, ILogger logger)
    {
        var threads = new V2ThreadsClient(inbox, recent);
        return new(
            new V2ProspectsClient(inbox, threads, recent) { Logger = logger },
            threads,
            new V2TagsClient(inbox, recent, names.Tags),
            new V2StatusesClient(inbox, recent, names.Statuses),
            new V2MembersClient(inbox, names.Members));
    }
}
