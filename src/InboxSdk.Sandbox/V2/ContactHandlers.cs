using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Handles <c>/contacts</c>.</summary>
internal sealed class ContactHandlers(SandboxState state)
{
    private const int MaxValues = 100;

    public ApiResponse List(V2Call call)
    {
        var platform = PlatformName.FromV2(PlatformFeatures.Require(call.Query.RequiredText("platform")));
        var (ids, usernames) = (call.Query.All("platformId", MaxValues), call.Query.All("username", MaxValues));
        if (ids.Count > 0 == usernames.Count > 0)
            throw V2Error.Invalid("platformId", "Specify either platformId or username.");

        var expand = call.Query.Expand(ContactJson.Expansions);
        var found = ids.Count > 0
            ? ids.Distinct().Select(id => state.FindProfileEntry(platform, id)).OfType<ProspectEntry>().Distinct()
            : ByUsername(platform, usernames.ToHashSet(StringComparer.OrdinalIgnoreCase));
        return Pages.OldestFirst(call, found, entry => (entry.Value.CreatedAt, entry.Value.Id), (json, entry) => json.WriteContact(entry, state, expand));
    }

    public ApiResponse Get(V2Call call)
    {
        var (entry, expand) = (Find(call), call.Query.Expand(ContactJson.Expansions));
        return ApiResponse.Value(200, json => json.WriteContact(entry, state, expand));
    }

    public ApiResponse Update(V2Call call)
    {
        var (entry, body) = (Find(call), call.ReadBody("status", "notes", "valuation", "assigneeId"));
        var prospect = entry.Value;
        if (body.Has("status"))
            prospect = prospect with { StatusId = StatusId(body) };
        if (body.Has("notes"))
            prospect = prospect with { Notes = body.TextOrNull("notes") };
        if (body.Has("valuation"))
            prospect = prospect with { Valuation = body.NumberOrNull("valuation") };
        if (body.Has("assigneeId"))
            prospect = prospect with { AssigneeId = state.AssigneeIn(body) };
        if (prospect != entry.Value)
            state.Update(prospect);
        return ApiResponse.Value(200, json => json.WriteContact(entry, state));
    }

    public ApiResponse AddTag(V2Call call)
    {
        var (prospect, tag) = (Find(call).Value, FindTag(call));
        if (!prospect.TagIds.Contains(tag.Id))
            state.Update(prospect with { TagIds = [.. prospect.TagIds, tag.Id] });
        return ApiResponse.NoContent;
    }

    public ApiResponse RemoveTag(V2Call call)
    {
        var (prospect, tag) = (Find(call).Value, FindTag(call));
        if (prospect.TagIds.Contains(tag.Id))
            state.Update(prospect with { TagIds = [.. prospect.TagIds.Where(tagId => tagId != tag.Id)] });
        return ApiResponse.NoContent;
    }

    private IEnumerable<ProspectEntry> ByUsername(Platform platform, HashSet<string> usernames) => state.ProspectEntries().Where(entry =>
        (entry.Value.Platform == platform && usernames.Contains(entry.Value.Username))
        || entry.Value.OtherProfiles.Any(profile => profile.Platform == platform && usernames.Contains(profile.Username)));

    private ProspectEntry Find(V2Call call) => state.FindProspectEntry(call.Id) ?? throw V2Error.NotFound("contact", call.Id);

    private SandboxTag FindTag(V2Call call) => state.FindTagByRef(call.SecondId) ?? throw V2Error.NotFound("tag", call.SecondId);

    private string? StatusId(V2Body body) => body.TextOrNull("status") is { } idOrName
        ? (state.FindStatusByRef(idOrName) ?? throw body.Invalid("status", $"There is no status '{idOrName}'.")).Id
        : null;
}
