namespace InboxSdk.Sandbox.V2;

/// <summary>Validates <c>assigneeId</c> of contacts and threads.</summary>
internal static class Assignee
{
    public static string? AssigneeIn(this SandboxState state, V2Body body)
    {
        if (body.TextOrNull("assigneeId") is null)
            return null;
        var id = body.Id("assigneeId");
        return state.FindMember(id)?.Id ?? throw body.Invalid("assigneeId", $"There is no member '{id}'.");
    }
}
