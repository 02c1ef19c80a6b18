using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>Handles <c>/statuses</c> and <c>/members</c>, which are read-only in v1.</summary>
internal sealed class TeamHandlers(SandboxState state)
{
    public ApiResponse Statuses(ApiCall call) => ApiResponse.Ok(json =>
    {
        json.WriteStartArray("statuses"u8);
        foreach (var status in state.Statuses)
            json.WriteStatus(status, state);
        json.WriteEndArray();
    });

    public ApiResponse Members(ApiCall call) => ApiResponse.Ok(json =>
    {
        json.WriteStartArray("members"u8);
        foreach (var member in state.Members)
            json.WriteMember(member, state);
        json.WriteEndArray();
    });

    public ApiResponse Member(ApiCall call)
    {
        var member = state.FindMember(call.Id) ?? throw ApiError.NotFound("MEMBER_NOT_FOUND", $"There is no member '{call.Id}'.");
        return ApiResponse.Ok(json =>
        {
            json.WritePropertyName("member"u8);
            json.WriteMember(member, state, call.Id);
        });
    }
}
