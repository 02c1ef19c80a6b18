using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>The routes of v1. A fixed path precedes the <c>{id}</c> path that also matches it.</summary>
internal static class V1Routes
{
    public static Route[] Create(SandboxState state)
    {
        var prospects = new ProspectHandlers(state);
        var threads = new ThreadHandlers(state);
        var tags = new TagHandlers(state);
        var team = new TeamHandlers(state);

        return
        [
            new("GET", "prospects/lookup", prospects.Lookup),
            new("GET", "prospects/{id}", prospects.Get),
            new("PATCH", "prospects/{id}/context", prospects.UpdateContext),

            new("GET", "threads", threads.List),
            new("GET", "threads/lookup", threads.Lookup),
            new("GET", "threads/{id}", threads.Get),
            new("PATCH", "threads/{id}", threads.Update),

            new("GET", "tags", tags.List),
            new("POST", "tags", tags.Create),
            new("GET", "tags/colors", TagHandlers.Colors),
            new("PATCH", "tags/{id}", tags.Update),
            new("DELETE", "tags/{id}", tags.Delete),

            new("GET", "statuses", team.Statuses),
            new("GET", "members", team.Members),
            new("GET", "members/{id}", team.Member),
        ];
    }
}
