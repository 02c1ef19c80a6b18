using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Handles <c>/statuses</c>.</summary>
internal sealed class StatusHandlers(SandboxState state)
{
    public ApiResponse List(V2Call call) => Pages.Whole(state.Statuses, (json, status) => json.WriteStatus(status));

    public ApiResponse Get(V2Call call) => Respond(200, Find(call));

    public ApiResponse Create(V2Call call)
    {
        var body = call.ReadBody("name", "color");
        var name = NameAndColor.Name(body);
        var color = body.Has("color") ? ColorOrNull(body) : null;
        NameAndColor.RequireFree(name, state.IsStatusNameTaken(name, byOtherThan: null));
        return Respond(201, state.AddStatus(new SandboxStatus { Id = state.NextStatusId(), Name = name, Color = color, CreatedAt = state.Now }));
    }

    public ApiResponse Update(V2Call call)
    {
        var (status, body) = (Find(call), call.ReadBody("name", "color"));
        if (body.Has("name"))
            status = status with { Name = NameAndColor.Name(body) };
        if (body.Has("color"))
            status = status with { Color = ColorOrNull(body) };
        // Statuses added by a test can share a name; only a new name must be unique.
        if (body.Has("name"))
            NameAndColor.RequireFree(status.Name, state.IsStatusNameTaken(status.Name, byOtherThan: status.Id));
        return Respond(200, state.Update(status));
    }

    public ApiResponse Delete(V2Call call)
    {
        state.RemoveStatus(Find(call).Id);
        return ApiResponse.NoContent;
    }

    private SandboxStatus Find(V2Call call) => state.FindStatusByRef(call.Id) ?? throw V2Error.NotFound("status", call.Id);

    private static string? ColorOrNull(V2Body body) => body.TextOrNull("color") is null ? null : NameAndColor.Color(body);

    private static ApiResponse Respond(int code, SandboxStatus status) => ApiResponse.Value(code, json => json.WriteStatus(status));
}
