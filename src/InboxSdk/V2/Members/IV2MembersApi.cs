using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V2;

internal interface IV2MembersApi
{
    static readonly InboxOperation List = InboxOperation.Read("team.listMembers", V2Success.Page(
        V2Models.ReadTeamMember, static (member, _) => Identity.Check(member.Id, default)));

    [Get("/members")]
    Task<PageResponse<TeamMember>> ListAsync([QueryConverter(typeof(QueryParametersConverter))] QueryParameters query, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Get = InboxOperation.Read("team.getMember", new SuccessContract<TeamMember>(
        V2Models.ReadTeamMember, static (member, named) => Identity.Check(member.Id, named)));

    [Get("/members/{memberId}")]
    Task<TeamMember> GetAsync(string memberId, [Property(InboxCall.Key)] InboxCall call);
}
