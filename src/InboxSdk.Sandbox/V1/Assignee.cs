using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>Validates <c>assignedToMemberId</c> of prospects and threads.</summary>
internal static class Assignee
{
    public static string? CheckedAssignee(this SandboxState state, JsonBody body)
    {
        var id = body.StringOrNull("assignedToMemberId");
        return id is null ? null : state.FindMember(id)?.Id ?? throw ApiError.Invalid($"'assignedToMemberId' names the unknown member '{id}'.");
    }
}
