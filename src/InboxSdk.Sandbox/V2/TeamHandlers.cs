using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Handles <c>/platforms</c>, <c>/team</c>, <c>/members</c>, <c>/account-links</c> and <c>/colors</c>, which are read-only.</summary>
internal sealed class TeamHandlers(SandboxState state)
{
    public static ApiResponse Platforms(V2Call call) => ApiResponse.Value(200, json => json.WriteItems(PlatformFeatures.All, platform => platform.Write(json)));

    public static ApiResponse Colors(V2Call call) => ApiResponse.Value(200, json => json.WriteItems(Palette.Named, json.WriteColor));

    public static ApiResponse Team(V2Call call) => ApiResponse.Ok(json => json.WriteTeam());

    public ApiResponse Members(V2Call call) =>
        Pages.OldestFirst(call, state.Members, member => (member.CreatedAt, member.Id), (json, member) => json.WriteMember(member));

    public ApiResponse Member(V2Call call)
    {
        var member = state.FindMember(call.Id) ?? throw V2Error.NotFound("member", call.Id);
        return ApiResponse.Value(200, json => json.WriteMember(member));
    }

    public ApiResponse AccountLinks(V2Call call)
    {
        var platforms = call.Query.All("platform", mayBeEmpty: true).Select(PlatformFeatures.Require).ToList();
        var statuses = call.Query.All("status");
        if (statuses.Any(status => status is not ("active" or "offline" or "paused")))
            throw V2Error.Invalid("status", "Must be active, offline or paused.");

        var links = state.AccountLinks.Where(link => (platforms.Count == 0 || platforms.Contains(PlatformName.InV2(link.Platform)))
            && (statuses.Count == 0 || statuses.Contains(link.Status.ToString())));
        return Pages.OldestFirst(call, links, link => (link.CreatedAt, link.Id), (json, link) => json.WriteAccountLink(link));
    }

    public ApiResponse AccountLink(V2Call call)
    {
        var link = state.FindAccountLink(call.Id) ?? throw V2Error.NotFound("accountLink", call.Id);
        return ApiResponse.Value(200, json => json.WriteAccountLink(link));
    }
}
