using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V1;

internal interface IV1ProspectsApi
{
    // Null means that there is none; a missing property means nothing.
    static readonly InboxOperation Find = InboxOperation.Read("prospects.lookup", new SuccessContract<ProspectResponse>(
        V1Models.ReadProspectResponse,
        static (response, named) => response.IsNone ? null : Identity.Check(response.Prospect?.Id ?? "", default) ?? Identity.CheckOwner(response.Prospect!.PlatformId, named)),
        namedBy: "platformId");

    [Get("/prospects/lookup")]
    Task<ProspectResponse> FindAsync(string platformId, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Get = InboxOperation.Read("prospects.get", Found);

    [Get("/prospects/{prospectId}")]
    Task<ProspectResponse> GetAsync(string prospectId, [Property(InboxCall.Key)] InboxCall call);

    // Sets absolute values, so a retry is safe.
    static readonly InboxOperation Update = InboxOperation.Write("prospects.updateContext", Found);

    [Patch("/prospects/{prospectId}/context")]
    Task<ProspectResponse> UpdateAsync(string prospectId, [Body] ProspectUpdate update, [Property(InboxCall.Key)] InboxCall call);

    private static SuccessContract Found => new SuccessContract<ProspectResponse>(
        V1Models.ReadProspectResponse, static (response, named) => Identity.Check(response.Prospect?.Id ?? "", named));
}
