using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Handles <c>/tags</c>.</summary>
internal sealed class TagHandlers(SandboxState state)
{
    private const int MaxTags = 100;

    public ApiResponse List(V2Call call) =>
        Pages.Whole(state.Tags.OrderBy(tag => tag.Name, StringComparer.OrdinalIgnoreCase), (json, tag) => json.WriteTag(tag));

    public ApiResponse Get(V2Call call) => Respond(200, Find(call));

    public ApiResponse Create(V2Call call)
    {
        var body = call.ReadBody("name", "color");
        var name = NameAndColor.Name(body);
        // The API chooses any palette color; the sandbox takes them in turn.
        var color = body.Has("color") ? NameAndColor.Color(body) : Palette.Colors[state.Tags.Count % Palette.Colors.Length];
        NameAndColor.RequireFree(name, state.IsTagNameTaken(name, byOtherThan: null));
        if (state.Tags.Count >= MaxTags)
            throw V2Error.TagLimitReached(MaxTags);
        return Respond(201, state.AddTag(new SandboxTag { Id = state.NextTagId(), Name = name, Color = color }));
    }

    public ApiResponse Update(V2Call call)
    {
        var (tag, body) = (Find(call), call.ReadBody("name", "color"));
        if (body.Has("name"))
            tag = tag with { Name = NameAndColor.Name(body) };
        if (body.Has("color"))
            tag = tag with { Color = NameAndColor.Color(body) };
        NameAndColor.RequireFree(tag.Name, state.IsTagNameTaken(tag.Name, byOtherThan: tag.Id));
        return Respond(200, state.Update(tag));
    }

    public ApiResponse Delete(V2Call call)
    {
        state.RemoveTag(Find(call).Id);
        return ApiResponse.NoContent;
    }

    private SandboxTag Find(V2Call call) => state.FindTagByRef(call.Id) ?? throw V2Error.NotFound("tag", call.Id);

    private static ApiResponse Respond(int status, SandboxTag tag) => ApiResponse.Value(status, json => json.WriteTag(tag));
}
