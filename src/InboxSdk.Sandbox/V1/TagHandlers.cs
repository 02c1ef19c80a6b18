using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>Handles <c>/tags</c>.</summary>
internal sealed class TagHandlers(SandboxState state)
{
    public ApiResponse List(ApiCall call) => ApiResponse.Ok(json =>
    {
        json.WriteStartArray("tags"u8);
        foreach (var tag in state.Tags)
            json.WriteTag(tag, state);
        json.WriteEndArray();
    });

    public static ApiResponse Colors(ApiCall call) => ApiResponse.Ok(json =>
    {
        json.WriteStartArray("colors"u8);
        foreach (var color in Palette.Colors)
            json.WriteStringValue(color);
        json.WriteEndArray();
    });

    public ApiResponse Create(ApiCall call)
    {
        var body = call.ReadBody();
        var (name, color) = (Name(body), Color(body));
        RequireFree(name, ofTag: null);
        var tag = state.AddTag(new SandboxTag { Id = state.NextTagId(), Name = name, Color = color });
        return ApiResponse.Created(json =>
        {
            json.WritePropertyName("tag"u8);
            json.WriteTag(tag, state);
        });
    }

    public ApiResponse Update(ApiCall call)
    {
        var (tag, body) = (Find(call.Id), call.ReadBody());
        if (body.Has("name"))
            tag = tag with { Name = Name(body) };
        if (body.Has("color"))
            tag = tag with { Color = Color(body) };
        RequireFree(tag.Name, tag.Id);
        state.Update(tag);
        return ApiResponse.Ok(json =>
        {
            json.WritePropertyName("tag"u8);
            json.WriteTag(tag, state, call.Id);
        });
    }

    public ApiResponse Delete(ApiCall call)
    {
        state.RemoveTag(Find(call.Id).Id);
        return ApiResponse.NoContent;
    }

    private SandboxTag Find(string id) =>
        state.FindTag(id) ?? throw ApiError.NotFound("TAG_NOT_FOUND", $"There is no tag '{id}'.");

    private static string Name(JsonBody body)
    {
        var name = body.Has("name") ? body.StringOrNull("name")?.Trim() : null;
        return string.IsNullOrEmpty(name) ? throw ApiError.Invalid("'name' must not be blank.") : name;
    }

    private void RequireFree(string name, string? ofTag)
    {
        if (state.IsTagNameTaken(name, byOtherThan: ofTag))
            throw new ApiError(409, "TAG_NAME_TAKEN", $"A tag named '{name}' already exists.");
    }

    private static string Color(JsonBody body)
    {
        var color = body.Has("color") ? body.StringOrNull("color") : null;
        return Palette.Accepts(color) ? color! : throw ApiError.Invalid($"'color' must be a color such as #4F46E5, not '{color}'.");
    }
}
