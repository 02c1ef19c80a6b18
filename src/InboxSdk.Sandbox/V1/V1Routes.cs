using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>Every path of v1. A fixed path stands before the <c>{id}</c> path it could be taken for.</summary>
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
