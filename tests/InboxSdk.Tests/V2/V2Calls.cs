using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>A call of each operation of v2, by the operation's name.</summary>
internal static class V2Calls
{
    private static readonly MessageSend Message = new() { Target = new ThreadTarget("thr1"), Content = "Hello" };

    /// <summary>Gets the calls. Each gives what the client read; the first page of a list.</summary>
    public static IReadOnlyDictionary<string, Func<IInboxV2Client, Task<object?>>> All { get; } = new Dictionary<string, Func<IInboxV2Client, Task<object?>>>
    {
        ["platforms.list"] = inbox => FirstPageAsync(inbox.Platforms.ListAsync()),
        ["team.get"] = async inbox => await inbox.Team.GetAsync(),
        ["team.listMembers"] = inbox => FirstPageAsync(inbox.Members.ListAsync()),
        ["team.getMember"] = async inbox => await inbox.Members.GetAsync("mem1"),
        ["accountLinks.list"] = inbox => FirstPageAsync(inbox.AccountLinks.ListAsync()),
        ["accountLinks.get"] = async inbox => await inbox.AccountLinks.GetAsync("acc1"),
        ["contacts.list"] = inbox => FirstPageAsync(inbox.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = ["9876543210"] })),
        ["contacts.get"] = async inbox => await inbox.Contacts.GetAsync("con1"),
        ["contacts.update"] = async inbox => await inbox.Contacts.UpdateAsync("con1", new() { Notes = "Demo" }),
        ["contacts.addTag"] = inbox => Nothing(inbox.Contacts.AddTagAsync("con1", "VIP")),
        ["contacts.removeTag"] = inbox => Nothing(inbox.Contacts.RemoveTagAsync("con1", "VIP")),
        ["threads.list"] = inbox => FirstPageAsync(inbox.Threads.ListAsync()),
        ["threads.get"] = async inbox => await inbox.Threads.GetAsync("thr1"),
        ["threads.update"] = async inbox => await inbox.Threads.UpdateAsync("thr1", new() { Archived = true }),
        ["threads.delete"] = async inbox => await inbox.Threads.DeleteAsync("thr1"),
        ["threads.typing"] = async inbox => await inbox.Threads.SendTypingAsync("thr1"),
        ["messages.list"] = inbox => FirstPageAsync(inbox.Messages.ListAsync("thr1")),
        ["messages.get"] = async inbox => await inbox.Messages.GetAsync("msg1"),
        ["messages.edit"] = async inbox => await inbox.Messages.EditAsync("msg1", "Hello!"),
        ["messages.unsend"] = async inbox => await inbox.Messages.UnsendAsync("msg1", DeletionScope.All),
        ["messages.send"] = async inbox => await inbox.Messages.SendAsync(Message),
        ["messages.history"] = async inbox => await inbox.Messages.GetHistoryAsync("msg1"),
        ["messages.react"] = async inbox => await inbox.Messages.AddReactionAsync("msg1", "👍"),
        ["messages.unreact"] = async inbox => await inbox.Messages.RemoveReactionAsync("msg1", "👍"),
        ["messages.attachment"] = async inbox => await inbox.Messages.GetAttachmentAsync("msg1", 0),
        ["tags.list"] = inbox => FirstPageAsync(inbox.Tags.ListAsync()),
        ["tags.create"] = async inbox => await inbox.Tags.CreateAsync(new() { Name = "VIP" }),
        ["tags.get"] = async inbox => await inbox.Tags.GetAsync("VIP"),
        ["tags.update"] = async inbox => await inbox.Tags.UpdateAsync("VIP", new() { Color = "blue" }),
        ["tags.delete"] = inbox => Nothing(inbox.Tags.DeleteAsync("VIP")),
        ["statuses.list"] = inbox => FirstPageAsync(inbox.Statuses.ListAsync()),
        ["statuses.create"] = async inbox => await inbox.Statuses.CreateAsync(new() { Name = "Won" }),
        ["statuses.get"] = async inbox => await inbox.Statuses.GetAsync("Won"),
        ["statuses.update"] = async inbox => await inbox.Statuses.UpdateAsync("Won", new() { Color = null }),
        ["statuses.delete"] = inbox => Nothing(inbox.Statuses.DeleteAsync("Won")),
        ["colors.list"] = inbox => FirstPageAsync(inbox.Colors.ListAsync()),
        ["events.list"] = inbox => FirstPageAsync(inbox.Events.ListAsync()),
    };

    private static async Task<object?> FirstPageAsync<T>(AsyncPageable<T> list)
    {
        await foreach (var page in list.AsPages())
            return new FirstPage(page.Items.Cast<object>().ToList(), page.ContinuationToken is not null);
        throw new InvalidOperationException("A list has at least one page.");
    }

    private static async Task<object?> Nothing(Task call)
    {
        await call;
        return null;
    }

    /// <summary>The first page of a list.</summary>
    /// <param name="Data">What is on it.</param>
    /// <param name="HasMore">Whether there is another.</param>
    public sealed record FirstPage(IReadOnlyList<object> Data, bool HasMore);
}
