using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>The rule that prospects and threads share for <c>assignedToMemberId</c>.</summary>
internal static class Assignee
{
    public static string? CheckedAssignee(this SandboxState state, JsonBody body)
    {
        var id = body.StringOrNull("assignedToMemberId");
        return id is null || state.FindMember(id)?.Id == id
            ? id
            : throw ApiError.Invalid($"'assignedToMemberId' names the unknown member '{id}'.");
    }
}
