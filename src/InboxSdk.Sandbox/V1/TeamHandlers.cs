using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>Answers <c>/statuses</c> and <c>/members</c>, which v1 only reads.</summary>
internal sealed class TeamHandlers(SandboxState state)
{
    public Reply Statuses(ApiCall call) => Reply.Ok(json =>
    {
        json.WriteStartArray("statuses"u8);
        foreach (var status in state.Statuses)
            json.WriteStatus(status);
        json.WriteEndArray();
    });

    public Reply Members(ApiCall call) => Reply.Ok(json =>
    {
        json.WriteStartArray("members"u8);
        foreach (var member in state.Members)
            json.WriteMember(member);
        json.WriteEndArray();
    });

    public Reply Member(ApiCall call)
    {
        var member = state.FindMember(call.Id) is { } found && found.Id == call.Id ? found : throw ApiError.NotFound("MEMBER_NOT_FOUND", $"There is no member '{call.Id}'.");
        return Reply.Ok(json =>
        {
            json.WritePropertyName("member"u8);
            json.WriteMember(member);
        });
    }
}
