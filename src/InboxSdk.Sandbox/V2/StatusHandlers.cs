using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Answers <c>/statuses</c>.</summary>
internal sealed class StatusHandlers(SandboxState state)
{
    public Reply List(V2Call call) => Pages.Whole(state.Statuses, (json, status) => json.WriteStatus(status));

    public Reply Get(V2Call call) => Answer(200, Find(call));

    public Reply Create(V2Call call)
    {
        var body = call.ReadBody("name", "color");
        var name = Labels.Name(body);
        var color = body.Has("color") ? ColorOrNull(body) : null;
        Labels.RequireFree(name, state.IsStatusNameTaken(name, byOtherThan: null));
        return Answer(201, state.AddStatus(new SandboxStatus { Id = state.NextStatusId(), Name = name, Color = color, CreatedAt = state.Now }));
    }

    public Reply Update(V2Call call)
    {
        var (status, body) = (Find(call), call.ReadBody("name", "color"));
        if (body.Has("name"))
            status = status with { Name = Labels.Name(body) };
        if (body.Has("color"))
            status = status with { Color = ColorOrNull(body) };
        // Statuses that were arranged may share a name; only a new one has to be free.
        if (body.Has("name"))
            Labels.RequireFree(status.Name, state.IsStatusNameTaken(status.Name, byOtherThan: status.Id));
        return Answer(200, state.Update(status));
    }

    public Reply Delete(V2Call call)
    {
        state.RemoveStatus(Find(call).Id);
        return Reply.NoContent;
    }

    private SandboxStatus Find(V2Call call) => state.FindStatusByRef(call.Id) ?? throw V2Error.NotFound("status", call.Id);

    private static string? ColorOrNull(V2Body body) => body.TextOrNull("color") is null ? null : Labels.Color(body);

    private static Reply Answer(int code, SandboxStatus status) => Reply.Value(code, json => json.WriteStatus(status));
}
