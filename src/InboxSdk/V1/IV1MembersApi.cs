using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V1;

internal interface IV1MembersApi
{
    static readonly InboxOperation List = InboxOperation.Read("members.list", new SuccessContract<MembersResponse>(
        V1Models.ReadMembersResponse, static (response, _) => Identity.CheckItems(response.Members, static (member, _) => Identity.Check(member.Id, default))));

    [Get("/members")]
    Task<MembersResponse> ListAsync([Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Get = InboxOperation.Read("members.get", new SuccessContract<MemberResponse>(
        V1Models.ReadMemberResponse, static (response, named) => Identity.Check(response.Member?.Id ?? "", named)));

    [Get("/members/{memberId}")]
    Task<MemberResponse> GetAsync(string memberId, [Property(InboxCall.Key)] InboxCall call);
}
