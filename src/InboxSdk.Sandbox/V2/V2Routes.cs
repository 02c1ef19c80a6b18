using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>The operations of v2, with their query parameters.</summary>
internal static class V2Routes
{
    private static readonly string[] Paged = ["limit", "cursor"];

    public static Route[] Create(SandboxState state)
    {
        var team = new TeamHandlers(state);
        var contacts = new ContactHandlers(state);
        var threads = new ThreadHandlers(state);
        var messages = new MessageHandlers(state);
        var sends = new SendHandlers(state);
        var mutations = new MutationHandlers(state);
        var tags = new TagHandlers(state);
        var statuses = new StatusHandlers(state);
        var events = new EventHandlers(state);

        return
        [
            Operation("platforms.list", "GET", "platforms", TeamHandlers.Platforms),
            Operation("team.get", "GET", "team", TeamHandlers.Team),
            Operation("team.listMembers", "GET", "members", team.Members, Paged),
            Operation("team.getMember", "GET", "members/{memberId}", team.Member),
            Operation("accountLinks.list", "GET", "account-links", team.AccountLinks, [.. Paged, "platform", "status"]),
            Operation("accountLinks.get", "GET", "account-links/{accountLinkId}", team.AccountLink),

            Operation("contacts.list", "GET", "contacts", contacts.List, [.. Paged, "platform", "platformId", "username", "expand"]),
            Operation("contacts.get", "GET", "contacts/{contactId}", contacts.Get, ["expand"]),
            Operation("contacts.update", "PATCH", "contacts/{contactId}", contacts.Update),
            Operation("contacts.addTag", "PUT", "contacts/{contactId}/tags/{tagRef}", contacts.AddTag),
            Operation("contacts.removeTag", "DELETE", "contacts/{contactId}/tags/{tagRef}", contacts.RemoveTag),

            Operation("threads.list", "GET", "threads", threads.List,
            [
                .. Paged, "accountLinkId", "platform", "contactId", "folder", "tag", "status", "assigneeId", "unassigned", "campaignId", "q", "order", "expand",
            ]),
            Operation("threads.get", "GET", "threads/{threadId}", threads.Get, ["expand"]),
            Operation("threads.update", "PATCH", "threads/{threadId}", threads.Update),
            Operation("threads.delete", "DELETE", "threads/{threadId}", threads.Delete),
            Operation("threads.typing", "POST", "threads/{threadId}/typing", threads.SendTyping),

            Operation("messages.list", "GET", "threads/{threadId}/messages", messages.List, [.. Paged, "order", "expand"]),
            Operation("messages.send", "POST", "messages", sends.Send),
            Operation("messages.get", "GET", "messages/{messageId}", messages.Get, ["expand"]),
            Operation("messages.edit", "PATCH", "messages/{messageId}", mutations.Edit),
            Operation("messages.unsend", "DELETE", "messages/{messageId}", mutations.Unsend, ["scope"]),
            Operation("messages.history", "GET", "messages/{messageId}/history", messages.History),
            Operation("messages.react", "POST", "messages/{messageId}/reactions", mutations.React),
            Operation("messages.unreact", "DELETE", "messages/{messageId}/reactions", mutations.Unreact, ["emoji"]),
            Operation("messages.attachment", "GET", "messages/{messageId}/attachments/{index}", messages.Attachment),

            Operation("tags.list", "GET", "tags", tags.List),
            Operation("tags.create", "POST", "tags", tags.Create),
            Operation("tags.get", "GET", "tags/{tagRef}", tags.Get),
            Operation("tags.update", "PATCH", "tags/{tagRef}", tags.Update),
            Operation("tags.delete", "DELETE", "tags/{tagRef}", tags.Delete),

            Operation("statuses.list", "GET", "statuses", statuses.List),
            Operation("statuses.create", "POST", "statuses", statuses.Create),
            Operation("statuses.get", "GET", "statuses/{statusRef}", statuses.Get),
            Operation("statuses.update", "PATCH", "statuses/{statusRef}", statuses.Update),
            Operation("statuses.delete", "DELETE", "statuses/{statusRef}", statuses.Delete),

            Operation("colors.list", "GET", "colors", TeamHandlers.Colors),
            Operation("events.list", "GET", "events", events.List, ["afterSeq", "type", "limit"]),
        ];
    }

    private static Route Operation(string name, string method, string template, Func<V2Call, ApiResponse> handler, params string[] query)
    {
        // The first path parameter is an id, unless it is a reference that can be a name.
        var idName = template.Split('/').FirstOrDefault(segment => segment.StartsWith('{') && segment.EndsWith("Id}", StringComparison.Ordinal))?[1..^1];
        return new Route(method, template, call =>
        {
            if (idName is not null && !V2Id.IsWellFormed(call.Id))
                throw V2Error.Invalid(idName, "Not an id.");
            return handler(new V2Call(call, name, V2Query.Parse(call.RawQuery, query)));
        })
        { Operation = name };
    }
}
