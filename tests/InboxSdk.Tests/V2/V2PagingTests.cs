using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

public class V2PagingTests
{
    [Fact]
    public async Task ListAsync_MorePages_SendsTheCursorWithTheSameFilters()
    {
        await using var server = V2Server.Of(Examples.Page(Examples.Thread, "b3Bh/c+XVl="), Examples.Page(Examples.Thread), Examples.Page(Examples.Thread));
        var query = new ContactThreadQuery { TagIdsOrNames = ["vip"], PageSize = 1 };

        var tokens = new List<string?>();
        await foreach (var page in server.Inbox.Threads.ListAsync(query).AsPages())
            tokens.Add(page.ContinuationToken);
        await server.Inbox.Threads.ListAsync(query).AsPages(tokens[0], pageSize: 7).FirstAsync();

        tokens.Should().HaveCount(2);
        tokens[1].Should().BeNull();
        V2Server.ShouldBe(server.Requests[0], "GET /threads", ["folder=all", "tag=vip", "limit=1"]);
        V2Server.ShouldBe(server.Requests[1], "GET /threads", ["folder=all", "tag=vip", "limit=1", "cursor=b3Bh/c+XVl="]);
        V2Server.ShouldBe(server.Requests[2], "GET /threads", ["folder=all", "tag=vip", "limit=7", "cursor=b3Bh/c+XVl="]);
    }

    [Fact]
    public async Task AsPages_TokenOfAnotherList_IsRefused()
    {
        await using var server = V2Server.Of(Examples.Page(Examples.Thread, "next"), """{"data": [], "nextCursor": "next"}""", """{"data": [], "nextCursor": "next"}""");
        var inbox = server.Inbox;
        var ofThreads = (await inbox.Threads.ListAsync().AsPages().FirstAsync()).ContinuationToken!;
        var ofMembers = (await inbox.Members.ListAsync().AsPages().FirstAsync()).ContinuationToken!;
        var ofMessages = (await inbox.Messages.ListAsync("thr1").AsPages().FirstAsync()).ContinuationToken!;

        inbox.Threads.Invoking(threads => threads.ListAsync(new() { TagIdsOrNames = ["vip"] }).AsPages(ofThreads)).Should().Throw<ArgumentException>();
        inbox.Threads.Invoking(threads => threads.ListAsync().AsPages(ofMembers)).Should().Throw<ArgumentException>();
        inbox.Messages.Invoking(messages => messages.ListAsync("thr2").AsPages(ofMessages)).Should().Throw<ArgumentException>();
        inbox.Messages.Invoking(messages => messages.ListAsync("thr1").AsPages(ofMessages)).Should().NotThrow();
        inbox.Threads.Invoking(threads => threads.ListAsync().AsPages("7632")).Should().Throw<ArgumentException>();
        inbox.Threads.Invoking(threads => threads.ListAsync().AsPages("not hex")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task ListAsync_CursorThatRepeats_EndsWithAnError()
    {
        await using var server = V2Server.Of(Examples.Page(Examples.Tag, "same"), Examples.Page(Examples.Member, "same"), Examples.Page(Examples.Member, "same"));

        await server.Inbox.Members.Invoking(members => members.ListAsync().ToListAsync()).Should().ThrowAsync<InboxException>().WithMessage("*repeats*");
    }
}

internal static class AsyncEnumerableExtensions
{
    public static async Task<T> FirstAsync<T>(this IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
            return item;
        throw new InvalidOperationException("There is none.");
    }
}
