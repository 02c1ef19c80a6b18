using Microsoft.Extensions.Logging;

namespace InboxSdk.V2;

/// <summary>Implements the facade with v2's own client.</summary>
internal static class V2Adapter
{
    public static FacadeParts Create(IInboxV2Client inbox, ILogger logger)
    {
        var threads = new FacadeThreads(inbox);
        return new(new FacadeProspects(inbox, threads) { Logger = logger }, threads, new FacadeTags(inbox), new FacadeStatuses(inbox), new FacadeMembers(inbox));
    }
}
