using System.Text.Json.Nodes;
using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>Represents a call of an operation of v2.</summary>
/// <param name="Response">The type of the response; null for no body.</param>
/// <param name="InvokeAsync">The call, which returns the result of the client; for a list, its first page.</param>
internal sealed record V2Call(Type? Response, Func<IInboxV2Client, Task<object?>> InvokeAsync);

/// <summary>Contains a call of each operation of v2, by the name of the operation.</summary>
internal static class V2Calls
{
    private static readonly MessageSend Message = new() { Target = new ThreadTarget("thr1"), Content = "Hello" };

    /// <summary>Gets the calls.</summary>
    public static IReadOnlyDictionary<string, V2Call> All { get; } = new Dictionary<string, V2Call>
    {
        ["platforms.list"] = Bare(inbox => inbox.Platforms.ListAsync()),
        ["team.get"] = One(inbox => inbox.Team.GetAsync()),
        ["team.listMembers"] = Page(inbox => inbox.Members.ListAsync()),
        ["team.getMember"] = One(inbox => inbox.Members.GetAsync("mem1")),
        ["accountLinks.list"] = Page(inbox => inbox.AccountLinks.ListAsync()),
        ["accountLinks.get"] = One(inbox => inbox.AccountLinks.GetAsync("acc1")),
        ["contacts.list"] = Page(inbox => inbox.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = ["9876543210"] })),
        ["contacts.get"] = One(inbox => inbox.Contacts.GetAsync("con1")),
        ["contacts.update"] = One(inbox => inbox.Contacts.UpdateAsync("con1", new() { Notes = "Demo" })),
        ["contacts.addTag"] = Without(inbox => inbox.Contacts.AddTagAsync("con1", "VIP")),
        ["contacts.removeTag"] = Without(inbox => inbox.Contacts.RemoveTagAsync("con1", "VIP")),
        ["threads.list"] = Page(inbox => inbox.Threads.ListAsync()),
        ["threads.get"] = One(inbox => inbox.Threads.GetAsync("thr1")),
        ["threads.update"] = One(inbox => inbox.Threads.UpdateAsync("thr1", new() { IsArchived = true })),
        ["threads.delete"] = One(inbox => inbox.Threads.DeleteAsync("thr1")),
        ["threads.typing"] = One(inbox => inbox.Threads.SendTypingAsync("thr1")),
        ["messages.list"] = Page(inbox => inbox.Messages.ListAsync("thr1")),
        ["messages.get"] = One(inbox => inbox.Messages.GetAsync("msg1")),
        ["messages.edit"] = One(inbox => inbox.Messages.EditAsync("msg1", "Hello!")),
        ["messages.unsend"] = One(inbox => inbox.Messages.UnsendAsync("msg1", DeletionScope.All)),
        ["messages.send"] = new(typeof(SendResponse), async inbox => await inbox.Messages.SendAsync(Message)),
        ["messages.history"] = One(inbox => inbox.Messages.GetHistoryAsync("msg1")),
        ["messages.react"] = One(inbox => inbox.Messages.AddReactionAsync("msg1", "👍")),
        ["messages.unreact"] = One(inbox => inbox.Messages.RemoveReactionAsync("msg1", "👍")),
        ["messages.attachment"] = One(inbox => inbox.Messages.GetAttachmentAsync("msg1", 0)),
        ["tags.list"] = WholePage(inbox => inbox.Tags.ListAsync()),
        ["tags.create"] = One(inbox => inbox.Tags.CreateAsync(new() { Name = "VIP" })),
        ["tags.get"] = One(inbox => inbox.Tags.GetAsync("VIP")),
        ["tags.update"] = One(inbox => inbox.Tags.UpdateAsync("VIP", new() { Color = "blue" })),
        ["tags.delete"] = Without(inbox => inbox.Tags.DeleteAsync("VIP")),
        ["statuses.list"] = WholePage(inbox => inbox.Statuses.ListAsync()),
        ["statuses.create"] = One(inbox => inbox.Statuses.CreateAsync(new() { Name = "Qualified" })),
        ["statuses.get"] = One(inbox => inbox.Statuses.GetAsync("Won")),
        ["statuses.update"] = One(inbox => inbox.Statuses.UpdateAsync("Won", new() { Color = null })),
        ["statuses.delete"] = Without(inbox => inbox.Statuses.DeleteAsync("Won")),
        ["colors.list"] = Bare(inbox => inbox.Colors.ListAsync()),
        ["events.list"] = new(typeof(EventsResponse), inbox => FirstPageAsync(inbox.Events.ListAsync())),
    };

    // The fields that identify the response to a call, and those that it requires.
    private static readonly Dictionary<string, (string Field, string Json, bool IsNamed)> Identities = new()
    {
        ["team.get"] = ("id", "\"team1\"", false),
        ["team.getMember"] = ("id", "\"mem1\"", true),
        ["accountLinks.get"] = ("id", "\"acc1\"", true),
        ["contacts.get"] = ("id", "\"con1\"", true),
        ["contacts.update"] = ("id", "\"con1\"", true),
        ["threads.get"] = ("id", "\"thr1\"", true),
        ["threads.update"] = ("id", "\"thr1\"", true),
        ["threads.delete"] = ("scope", "\"local\"", false),
        ["threads.typing"] = ("status", "\"sent\"", false),
        ["messages.get"] = ("id", "\"msg1\"", true),
        ["messages.edit"] = ("id", "\"msg1\"", true),
        ["messages.unsend"] = ("messageId", "\"msg1\"", true),
        ["messages.history"] = ("times", "\"platform\"", false),
        ["messages.react"] = ("version", "1", false),
        ["messages.unreact"] = ("version", "1", false),
        ["messages.attachment"] = ("kind", "\"image\"", false),
        ["tags.create"] = ("id", "\"tag1\"", false),
        ["tags.get"] = ("id", "\"VIP\"", true),
        ["tags.update"] = ("id", "\"VIP\"", true),
        ["statuses.create"] = ("id", "\"sta1\"", false),
        ["statuses.get"] = ("id", "\"Won\"", true),
        ["statuses.update"] = ("id", "\"Won\"", true),
    };

    /// <summary>Returns whether a place of a body identifies the request of the response.</summary>
    public static bool IsIdentity(string operation, string place) =>
        (Identities.TryGetValue(operation, out var identity) && place == $"$.{identity.Field}")
        || (operation, place) is ("messages.attachment", "$.index") or ("tags.create" or "statuses.create", "$.name")
        || (operation == "messages.list" && place.EndsWith(".threadId", StringComparison.Ordinal))
        || (operation == "contacts.list" && place.EndsWith("].platformId", StringComparison.Ordinal));

    /// <summary>Changes a body into the response to the call of an operation, with the id that the call requests.</summary>
    public static string AsAsked(string operation, string json)
    {
        var body = JsonNode.Parse(json)!;
        var hasReactions = body is JsonObject && body["reactions"] is JsonArray { Count: > 0 };
        if (Identities.TryGetValue(operation, out var identity) && (identity.IsNamed || (body[identity.Field] is null && !hasReactions)))
            body[identity.Field] = JsonNode.Parse(identity.Json);
        if (operation == "messages.attachment")
            body["index"] = 0;
        if (operation is "tags.create" or "statuses.create" && body["name"] is not null)
            body["name"] = operation == "tags.create" ? "VIP" : "Qualified";
        foreach (var part in operation == "messages.send" ? new[] { "message", "thread" } : [])
            body[part]!["id"] ??= part;
        foreach (var item in (body as JsonArray ?? (operation == "messages.attachment" ? null : body["data"] as JsonArray) ?? []).OfType<JsonObject>())
        {
            var id = operation switch { "platforms.list" => "platform", "colors.list" => "hex", _ => "id" };
            item[id] ??= id;
            if (operation == "messages.list" && item?["threadId"] is not null)
                item["threadId"] = "thr1";
            foreach (var profile in (operation == "contacts.list" ? item?["profiles"] as JsonArray : null) ?? [])
                if (profile?["platformId"] is not null)
                    profile["platformId"] = "9876543210";
        }

        return body.ToJsonString();
    }

    private static V2Call One<T>(Func<IInboxV2Client, Task<T>> call) => new(typeof(T), async inbox => await call(inbox));

    private static V2Call Page<T>(Func<IInboxV2Client, InboxPageable<T>> list) => new(typeof(PageResponse<T>), inbox => FirstPageAsync(list(inbox)));

    private static V2Call WholePage<T>(Func<IInboxV2Client, InboxPageable<T>> list) => new(typeof(PageResponse<T>), inbox => FirstPageAsync(list(inbox), isWhole: true));

    private static V2Call Bare<T>(Func<IInboxV2Client, InboxPageable<T>> list) => new(typeof(IReadOnlyList<T>), inbox => FirstPageAsync(list(inbox), isWhole: true));

    private static V2Call Without(Func<IInboxV2Client, Task> call) => new(null, async inbox =>
    {
        await call(inbox);
        return null;
    });

    private static async Task<object?> FirstPageAsync<T>(InboxPageable<T> list, bool isWhole = false)
    {
        await foreach (var page in list.AsPages())
            return new FirstPage(page.Items.Cast<object>().ToList(), isWhole ? null : page.ContinuationToken is not null);
        throw new InvalidOperationException("A list has at least one page.");
    }

    /// <summary>Represents the first page of a list.</summary>
    /// <param name="Data">The items of the page.</param>
    /// <param name="HasMore">Whether there is another page; null for a list that has a single page.</param>
    public sealed record FirstPage(IReadOnlyList<object> Data, bool? HasMore);
}
