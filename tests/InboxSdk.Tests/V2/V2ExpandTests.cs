using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>The API expands at most four objects at once, and only known ones.</summary>
public sealed class V2ExpandTests
{
    private const MessageExpand AllOfAMessage =
        MessageExpand.SentBy | MessageExpand.ReactionAuthors | MessageExpand.Thread | MessageExpand.AccountLink | MessageExpand.RepliedMessage;

    [Fact]
    public async Task Get_EachFlagAlone_NamesWhatToExpand()
    {
        await using var server = V2Server.Of(
            [.. Enumerable.Repeat(Examples.Contact, 3), .. Enumerable.Repeat(Examples.Thread, 4), .. Enumerable.Repeat(Examples.Message, 5)]);

        foreach (var expand in Enum.GetValues<ContactExpand>().Where(flag => flag != ContactExpand.None))
            await server.Inbox.Contacts.GetAsync("conx7k2m9qwe4rt8yuz1p5sd", expand);
        foreach (var expand in Enum.GetValues<ContactThreadExpand>().Where(flag => flag != ContactThreadExpand.None))
            await server.Inbox.Threads.GetAsync("thrx7k2m9qwe4rt8yuz1p5sd", expand);
        foreach (var expand in Enum.GetValues<MessageExpand>().Where(flag => flag != MessageExpand.None))
            await server.Inbox.Messages.GetAsync("msgx7k2m9qwe4rt8yuz1p5sd", expand);

        server.Requests.Select(request => request.Line.Split("expand=")[1].Split(' ')[0]).Should().Equal(
            "status", "tags", "assignee", "profile", "contact", "accountLink", "assignee", "sentBy", "reactions.author", "thread", "accountLink", "replyTo.message");
    }

    [Fact]
    public async Task Get_MoreThanFour_IsRefusedBeforeARequest()
    {
        await using var server = V2Server.Of(Examples.Message);

        await server.Inbox.Messages.Awaiting(messages => messages.GetAsync("m", AllOfAMessage)).Should().ThrowAsync<ArgumentException>().WithParameterName("expand");
        server.Inbox.Messages.Invoking(messages => messages.ListAsync("t", new() { Expand = AllOfAMessage })).Should().Throw<ArgumentException>();
        server.Requests.Should().BeEmpty();

        await server.Inbox.Messages.GetAsync("msgx7k2m9qwe4rt8yuz1p5sd", AllOfAMessage & ~MessageExpand.SentBy);
        server.ShouldBe("GET /messages/msgx7k2m9qwe4rt8yuz1p5sd", ["expand=reactions.author", "expand=thread", "expand=accountLink", "expand=replyTo.message"]);
    }

    [Theory]
    [InlineData(1 << 3, 1 << 4, 1 << 5)]
    [InlineData((1 << 3) | 1, (1 << 4) | 1, (1 << 5) | 1)]
    [InlineData(1 << 30, 1 << 30, 1 << 30)]
    [InlineData(-1, -1, -1)]
    [InlineData(int.MinValue, int.MinValue, int.MinValue)]
    public async Task GetAndList_FlagThatIsNone_IsRefusedBeforeARequest(int contact, int thread, int message)
    {
        await using var server = V2Server.Of();
        var inbox = server.Inbox;
        Func<Task>[] refused =
        [
            () => inbox.Contacts.GetAsync("c", (ContactExpand)contact),
            async () => await inbox.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = ["1"], Expand = (ContactExpand)contact }).ToListAsync(),
            () => inbox.Threads.GetAsync("t", (ContactThreadExpand)thread),
            async () => await inbox.Threads.ListAsync(new() { Expand = (ContactThreadExpand)thread }).ToListAsync(),
            () => inbox.Messages.GetAsync("m", (MessageExpand)message),
            async () => await inbox.Messages.ListAsync("t", new() { Expand = (MessageExpand)message }).ToListAsync(),
        ];

        foreach (var call in refused)
            await call.Should().ThrowAsync<ArgumentException>();

        server.Requests.Should().BeEmpty();
    }
}
