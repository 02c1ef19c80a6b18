using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Answers <c>/tags</c>.</summary>
internal sealed class TagHandlers(SandboxState state)
{
    private const int MaxTags = 100;

    public Reply List(V2Call call) =>
        Pages.Whole(state.Tags.OrderBy(tag => tag.Name, StringComparer.OrdinalIgnoreCase), (json, tag) => json.WriteTag(tag));

    public Reply Get(V2Call call) => Answer(200, Find(call));

    public Reply Create(V2Call call)
    {
        var body = call.ReadBody("name", "color");
        var name = Labels.Name(body);
        // Any colour of the palette will do, so each gets its turn.
        var color = body.Has("color") ? Labels.Color(body) : Palette.Colors[state.Tags.Count % Palette.Colors.Length];
        Labels.RequireFree(name, state.IsTagNameTaken(name, byOtherThan: null));
        if (state.Tags.Count >= MaxTags)
            throw V2Error.TagLimitReached(MaxTags);
        return Answer(201, state.AddTag(new SandboxTag { Id = state.NextTagId(), Name = name, Color = color }));
    }

    public Reply Update(V2Call call)
    {
        var (tag, body) = (Find(call), call.ReadBody("name", "color"));
        if (body.Has("name"))
            tag = tag with { Name = Labels.Name(body) };
        if (body.Has("color"))
            tag = tag with { Color = Labels.Color(body) };
        Labels.RequireFree(tag.Name, state.IsTagNameTaken(tag.Name, byOtherThan: tag.Id));
        return Answer(200, state.Update(tag));
    }

    public Reply Delete(V2Call call)
    {
        state.RemoveTag(Find(call).Id);
        return Reply.NoContent;
    }

    private SandboxTag Find(V2Call call) => state.FindTagByRef(call.Id) ?? throw V2Error.NotFound("tag", call.Id);

    private static Reply Answer(int status, SandboxTag tag) => Reply.Value(status, json => json.WriteTag(tag));
}
