using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V1;

internal interface IV1ThreadsApi
{
    static readonly InboxOperation List = InboxOperation.Read("threads.list", new SuccessContract<ThreadsResponse>(
        V1Models.ReadThreadsResponse, static (response, _) => Identity.CheckItems(response.Threads, static (thread, _) => Identity.Check(thread.Id, default))));

    [Get("/threads")]
    Task<ThreadsResponse> ListAsync([QueryConverter(typeof(ThreadListRequestConverter))] ThreadListRequest request, [Property(InboxCall.Key)] InboxCall call);

    // Null means that there is none; a missing property means nothing.
    static readonly InboxOperation Find = InboxOperation.Read("threads.lookup", new SuccessContract<ThreadResponse>(
        V1Models.ReadThreadResponse,
        static (response, named) => response.IsNone ? null : Identity.Check(response.Thread?.Id ?? "", default) ?? Identity.CheckOwner(response.Thread!.Prospect.PlatformId, named)),
        namedBy: "prospectPlatformId");

    [Get("/threads/lookup")]
    Task<ThreadResponse> FindAsync(string prospectPlatformId, string accountLinkId, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Get = InboxOperation.Read("threads.get", Found);

    [Get("/threads/{threadId}")]
    Task<ThreadResponse> GetAsync(string threadId, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Update = InboxOperation.Write("threads.update", Found);

    [Patch("/threads/{threadId}")]
    Task<ThreadResponse> UpdateAsync(string threadId, [Body] ThreadUpdate update, [Property(InboxCall.Key)] InboxCall call);

    private static SuccessContract Found => new SuccessContract<ThreadResponse>(
        V1Models.ReadThreadResponse, static (response, named) => Identity.Check(response.Thread?.Id ?? "", named));
}
