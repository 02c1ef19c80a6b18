using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V2;

internal interface IV2TeamApi
{
    static readonly InboxOperation Get = InboxOperation.Read("team.get", new SuccessContract<Team>(
        V2Models.ReadTeam, static (team, _) => Identity.Check(team.Id, default)));

    [Get("/team")]
    Task<Team> GetAsync([Property(InboxCall.Key)] InboxCall call);
}
