using InboxSdk.V1;
using InboxSdk.V2;

namespace InboxSdk.Tests.Support;

/// <summary>Contains a call of each operation of both API versions.</summary>
internal static class OperationCalls
{
    private static readonly MessageSend Message = new() { Target = new ThreadTarget("thr1"), Content = "Hello" };

    private static readonly OperationCall[] Calls =
    [
        V1<ProspectResponse>("prospects.lookup", async inbox => await inbox.Prospects.FindByPlatformIdAsync("1"), """{"prospect":{"platformId":"1"}}"""),
        V1<ProspectResponse>("prospects.get", async inbox => await inbox.Prospects.GetAsync("p1"), """{"prospect":{"id":"p1"}}"""),
        V1<ProspectResponse>("prospects.updateContext", async inbox => await inbox.Prospects.UpdateAsync("p1", new() { Notes = "x" }), """{"prospect":{"id":"p1"}}"""),
        V1<ThreadsResponse>("threads.list", inbox => FirstPageAsync(inbox.Threads.ListAsync())),
        V1<ThreadResponse>("threads.lookup", async inbox => await inbox.Threads.FindAsync("1", "acc"), """{"thread":{"prospect":{"platformId":"1"}}}"""),
        V1<ThreadResponse>("threads.get", async inbox => await inbox.Threads.GetAsync("t1"), """{"thread":{"id":"t1"}}"""),
        V1<ThreadResponse>("threads.update", async inbox => await inbox.Threads.UpdateAsync("t1", new() { IsDone = true }), """{"thread":{"id":"t1"}}"""),
        V1<TagsResponse>("tags.list", inbox => FirstPageAsync(inbox.Tags.ListAsync())),
        V1<TagResponse>("tags.create", async inbox => await inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" }), """{"tag":{"name":"VIP"}}"""),
        V1<TagResponse>("tags.update", async inbox => await inbox.Tags.UpdateAsync("tag1", new() { Name = "VIP" }), """{"tag":{"id":"tag1"}}"""),
        Without(InboxApiVersion.V1, "tags.delete", inbox => inbox.Tags.DeleteAsync("tag1")),
        V1<ColorsResponse>("tags.colors", async inbox => await inbox.Tags.GetColorsAsync()),
        V1<StatusesResponse>("statuses.list", inbox => FirstPageAsync(inbox.Statuses.ListAsync())),
        V1<MembersResponse>("members.list", inbox => FirstPageAsync(inbox.Members.ListAsync())),
        V1<MemberResponse>("members.get", async inbox => await inbox.Members.GetAsync("m1"), """{"member":{"id":"m1"}}"""),

        List("platforms.list", inbox => inbox.Platforms.ListAsync()) with { Required = """{"platform":"platform"}""" },
        One("team.get", inbox => inbox.Team.GetAsync()),
        Page("team.listMembers", inbox => inbox.Members.ListAsync()),
        One("team.getMember", inbox => inbox.Members.GetAsync("mem1"), """{"id":"mem1"}"""),
        Page("accountLinks.list", inbox => inbox.AccountLinks.ListAsync()),
        One("accountLinks.get", inbox => inbox.AccountLinks.GetAsync("acc1"), """{"id":"acc1"}"""),
        Page("contacts.list", inbox => inbox.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = ["9876543210"] })) with { Asked = """{"data":[{"profiles":[{"platformId":"9876543210"}]}]}""" },
        One("contacts.get", inbox => inbox.Contacts.GetAsync("con1"), """{"id":"con1"}"""),
        One("contacts.update", inbox => inbox.Contacts.UpdateAsync("con1", new() { Notes = "Demo" }), """{"id":"con1"}"""),
        Without(InboxApiVersion.V2, "contacts.addTag", inbox => inbox.V2.Contacts.AddTagAsync("con1", "VIP")),
        Without(InboxApiVersion.V2, "contacts.removeTag", inbox => inbox.V2.Contacts.RemoveTagAsync("con1", "VIP")),
        Page("threads.list", inbox => inbox.Threads.ListAsync()),
        One("threads.get", inbox => inbox.Threads.GetAsync("thr1"), """{"id":"thr1"}"""),
        One("threads.update", inbox => inbox.Threads.UpdateAsync("thr1", new() { IsArchived = true }), """{"id":"thr1"}"""),
        One("threads.delete", inbox => inbox.Threads.DeleteAsync("thr1")) with { Required = """{"scope":"local"}""" },
        One("threads.typing", inbox => inbox.Threads.SendTypingAsync("thr1")) with { Required = """{"status":"sent"}""" },
        Page("messages.list", inbox => inbox.Messages.ListAsync("thr1")) with { Asked = """{"data":[{"threadId":"thr1"}]}""" },
        One("messages.get", inbox => inbox.Messages.GetAsync("msg1"), """{"id":"msg1"}"""),
        One("messages.edit", inbox => inbox.Messages.EditAsync("msg1", "Hello!"), """{"id":"msg1"}"""),
        One("messages.unsend", inbox => inbox.Messages.UnsendAsync("msg1", DeletionScope.All), """{"messageId":"msg1"}""") with { Required = """{"messageId":"msg1"}""" },
        new(InboxApiVersion.V2, "messages.send", typeof(SendResponse), async inbox => await inbox.V2.Messages.SendAsync(Message)),
        One("messages.history", inbox => inbox.Messages.GetHistoryAsync("msg1")) with { Required = """{"times":"platform"}""" },
        One("messages.react", inbox => inbox.Messages.AddReactionAsync("msg1", "👍")) with { Required = """{"version":1}""" },
        One("messages.unreact", inbox => inbox.Messages.RemoveReactionAsync("msg1", "👍")) with { Required = """{"version":1}""" },
        One("messages.attachment", inbox => inbox.Messages.GetAttachmentAsync("msg1", 0), """{"index":0}""") with { Required = """{"kind":"image"}""" },
        WholePage("tags.list", inbox => inbox.Tags.ListAsync()),
        One("tags.create", inbox => inbox.Tags.CreateAsync(new() { Name = "VIP" }), """{"name":"VIP"}"""),
        One("tags.get", inbox => inbox.Tags.GetAsync("VIP"), """{"id":"VIP"}"""),
        One("tags.update", inbox => inbox.Tags.UpdateAsync("VIP", new() { Color = "blue" }), """{"id":"VIP"}"""),
        Without(InboxApiVersion.V2, "tags.delete", inbox => inbox.V2.Tags.DeleteAsync("VIP")),
        WholePage("statuses.list", inbox => inbox.Statuses.ListAsync()),
        One("statuses.create", inbox => inbox.Statuses.CreateAsync(new() { Name = "Qualified" }), """{"name":"Qualified"}"""),
        One("statuses.get", inbox => inbox.Statuses.GetAsync("Won"), """{"id":"Won"}"""),
        One("statuses.update", inbox => inbox.Statuses.UpdateAsync("Won", new() { Color = null }), """{"id":"Won"}"""),
        Without(InboxApiVersion.V2, "statuses.delete", inbox => inbox.V2.Statuses.DeleteAsync("Won")),
        List("colors.list", inbox => inbox.Colors.ListAsync()) with { Required = """{"hex":"hex"}""" },
        new(InboxApiVersion.V2, "events.list", typeof(EventsResponse), inbox => FirstPageAsync(inbox.V2.Events.ListAsync())),
    ];

    /// <summary>Gets the calls by API version and name, such as <c>V1 tags.list</c>.</summary>
    public static IReadOnlyDictionary<string, OperationCall> All { get; } = Calls.ToDictionary(call => $"{call}");

    /// <summary>Gets the calls of v2.</summary>
    public static IEnumerable<OperationCall> V2 => Calls.Where(call => call.Version == InboxApiVersion.V2);

    private static OperationCall V1<TResponse>(string name, Func<InboxClient, Task<object?>> call, string asked = "{}") =>
        new(InboxApiVersion.V1, name, typeof(TResponse), call) { Asked = asked };

    private static OperationCall One<T>(string name, Func<IInboxV2Client, Task<T>> call, string asked = "{}") =>
        new(InboxApiVersion.V2, name, typeof(T), async inbox => await call(inbox.V2)) { Asked = asked };

    private static OperationCall Page<T>(string name, Func<IInboxV2Client, InboxPageable<T>> list) =>
        new(InboxApiVersion.V2, name, typeof(PageResponse<T>), inbox => FirstPageAsync(list(inbox.V2)));

    private static OperationCall WholePage<T>(string name, Func<IInboxV2Client, InboxPageable<T>> list) =>
        Page(name, list) with { InvokeAsync = inbox => FirstPageAsync(list(inbox.V2), isWhole: true) };

    private static OperationCall List<T>(string name, Func<IInboxV2Client, InboxPageable<T>> list) =>
        new(InboxApiVersion.V2, name, typeof(IReadOnlyList<T>), inbox => FirstPageAsync(list(inbox.V2)));

    private static OperationCall Without(InboxApiVersion version, string name, Func<InboxClient, Task> call) => new(version, name, null, async inbox =>
    {
        await call(inbox);
        return null;
    });

    private static async Task<object?> FirstPageAsync<T>(InboxPageable<T> list, bool isWhole = false)
    {
        await foreach (var page in list.AsPages())
            return new FirstPage([.. page.Items.Cast<object>()], isWhole ? null : page.ContinuationToken is not null);
        throw new InvalidOperationException("A list has at least one page.");
    }

    /// <summary>Represents the first page of a list.</summary>
    /// <param name="Data">The items of the page.</param>
    /// <param name="HasMore">Whether there is another page; null if the list has a single page regardless of the response.</param>
    public sealed record FirstPage(IReadOnlyList<object> Data, bool? HasMore);
}
