namespace InboxSdk.Sandbox.V2;

/// <summary>The rule that contacts and threads share for <c>assigneeId</c>.</summary>
internal static class Assignee
{
    public static string? AssigneeIn(this SandboxState state, V2Body body)
    {
        if (body.TextOrNull("assigneeId") is null)
            return null;
        var id = body.Id("assigneeId");
        return state.FindMemberInV2(id)?.Id ?? throw body.Refused("assigneeId", $"There is no member '{id}'.");
    }
}
