using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>The client refuses arguments that the API always rejects, before a request, and the message says what to do.</summary>
public class V2RefusalTests
{
    private static readonly Dictionary<string, Func<IInboxV2Client, Task>> Wrong = new()
    {
        ["StatusIdOrName is empty*null*"] = inbox => inbox.Contacts.UpdateAsync("c", new() { StatusIdOrName = "" }),
        ["*AssigneeId is empty*null*"] = inbox => inbox.Threads.UpdateAsync("t", new() { AssigneeId = "" }),
        ["The name of the status is empty*"] = inbox => inbox.Statuses.CreateAsync(new() { Name = " " }),
        ["The update has no changes*Name or Color*"] = inbox => inbox.Statuses.UpdateAsync("s", new()),
        ["The color of the status is empty*null*"] = inbox => inbox.Statuses.UpdateAsync("s", new() { Color = "" }),
        ["The color of the tag is empty*IColorsClient*"] = inbox => inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "" }),
        ["The name of a tag cannot be cleared*"] = inbox => inbox.Tags.UpdateAsync("t", new() { Name = null! }),
        ["EventFollowOptions.Query must not be null*"] = inbox => inbox.Events.FollowAsync(options: new() { Query = null! }).GetAsyncEnumerator().MoveNextAsync().AsTask(),
        ["The page size of this list must be from 1 to 100*"] = inbox => inbox.AccountLinks.ListAsync(new() { PageSize = 101 }).ToListAsync(),
    };

    public static TheoryData<string> Messages() => new(Wrong.Keys);

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Call_WithoutSense_IsRefusedBeforeARequest(string message)
    {
        await using var server = V2Server.Of();

        (await Record.ExceptionAsync(() => Wrong[message](server.Inbox))).Should().BeAssignableTo<ArgumentException>().Which.Message.Should().Match(message);

        server.Requests.Should().BeEmpty();
    }
}
