using System.Net;
using InboxSdk.V2;

namespace InboxSdk.Compatibility;

/// <summary>Represents a call of the SDK, with the response of a healthy server.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Version">The API version.</param>
/// <param name="IsWrite">Whether it is a write.</param>
/// <param name="Status">The status of a success.</param>
/// <param name="Body">The body of a success.</param>
/// <param name="InvokeAsync">The call, which returns a value of the response.</param>
internal sealed record Call(string Name, int Version, bool IsWrite, HttpStatusCode Status, string Body, Func<InboxClient, Task<string>> InvokeAsync)
{
    /// <summary>Gets the twelve calls: reads, writes, sends, deletes and pages of both API versions.</summary>
    public static IReadOnlyList<Call> All { get; } =
    [
        new("prospects.get", 1, false, HttpStatusCode.OK, """{"prospect":{"id":"id1"}}""", async inbox => (await inbox.Prospects.GetAsync("id1")).Id),
        new("prospects.updateContext", 1, true, HttpStatusCode.OK, """{"prospect":{"id":"id1"}}""", async inbox => (await inbox.Prospects.UpdateAsync("id1", new() { Notes = "x" })).Id),
        new("tags.create", 1, true, HttpStatusCode.OK, """{"tag":{"id":"id1","name":"VIP","color":"#EF4444"}}""", async inbox => (await inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" })).Id),
        new("tags.list", 1, false, HttpStatusCode.OK, """{"tags":[{"id":"id1","name":"VIP","color":"#EF4444"}]}""", inbox => FirstAsync(inbox.Tags.ListAsync(), tag => tag.Id)),
        new("contacts.get", 2, false, HttpStatusCode.OK, """{"id":"id1"}""", async inbox => (await inbox.V2.Contacts.GetAsync("id1")).Id),
        new("contacts.update", 2, true, HttpStatusCode.OK, """{"id":"id1"}""", async inbox => (await inbox.V2.Contacts.UpdateAsync("id1", new() { Notes = "x" })).Id),
        new("contacts.addTag", 2, true, HttpStatusCode.NoContent, "", async inbox => await Done(inbox.V2.Contacts.AddTagAsync("id1", "VIP"))),
        new("contacts.removeTag", 2, true, HttpStatusCode.NoContent, "", async inbox => await Done(inbox.V2.Contacts.RemoveTagAsync("id1", "VIP"))),
        new("tags.create", 2, true, HttpStatusCode.Created, """{"id":"id1","name":"VIP","color":"red"}""", async inbox => (await inbox.V2.Tags.CreateAsync(new() { Name = "VIP" })).Id),
        new("tags.delete", 2, true, HttpStatusCode.NoContent, "", async inbox => await Done(inbox.V2.Tags.DeleteAsync("VIP"))),
        new("messages.send", 2, true, HttpStatusCode.Created, """{"message":{"id":"id1","threadId":"thr1"},"thread":{"id":"thr1"}}""",
            async inbox => (await inbox.V2.Messages.SendAsync(new() { Target = new ThreadTarget("thr1"), Content = "Hello" })).Message.Id),
        new("threads.list", 2, false, HttpStatusCode.OK, """{"data":[{"id":"id1"}],"hasMore":false}""", inbox => FirstAsync(inbox.V2.Threads.ListAsync(), thread => thread.Id)),
    ];

    private static async Task<string> Done(Task call)
    {
        await call;
        return "id1";
    }

    private static async Task<string> FirstAsync<T>(InboxPageable<T> list, Func<T, string> id)
    {
        await foreach (var item in list)
            return id(item);
        return "";
    }
}
