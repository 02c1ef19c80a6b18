using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Paging;

public class ThreadPagingTests
{
    [Fact]
    public async Task ListAsync_NotEnumerated_MakesNoRequest()
    {
        await using var server = new ScriptedServer();
        using var inbox = server.CreateClient();

        _ = inbox.Threads.ListAsync().AsPages();

        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ListAsync_EnumeratedTwice_StartsAnew()
    {
        await using var server = new ScriptedServer(Page(1, null), Page(1, null));
        using var inbox = server.CreateClient();
        var threads = inbox.Threads.ListAsync();

        (await threads.ToListAsync()).Should().HaveCount(1);
        (await threads.ToListAsync()).Should().HaveCount(1);

        server.Requests.Should().HaveCount(2).And.OnlyContain(request => !request.Line.Contains("cursor"));
    }

    [Fact]
    public async Task ListAsync_EmptyPageWithACursor_GoesOn()
    {
        await using var server = new ScriptedServer(Page(1, "a"), Page(0, "b"), Page(2, null));
        using var inbox = server.CreateClient();

        (await inbox.Threads.ListAsync().ToListAsync()).Should().HaveCount(3);
        server.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task ListAsync_CursorAbsent_Stops()
    {
        await using var server = new ScriptedServer(Answer.Json(200, """{"threads":[{"id":"t"}]}"""));
        using var inbox = server.CreateClient();

        (await inbox.Threads.ListAsync().ToListAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"id\":null,\"timestamp\":null}")]
    [InlineData("{\"id\":\"\",\"timestamp\":\"\"}")]
    public async Task ListAsync_CursorThatNamesNoPlace_Stops(string cursor)
    {
        await using var server = new ScriptedServer(Answer.Json(200, $$"""{"threads":[{"id":"t"}],"nextCursor":{{cursor}}}"""));
        using var inbox = server.CreateClient();

        (await inbox.Threads.ListAsync().ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task ListAsync_NumberAsTimestamp_GoesBackAsItCame()
    {
        await using var server = new ScriptedServer(
            Answer.Json(200, """{"threads":[],"nextCursor":{"id":"thread&1","timestamp":1793620812345}}"""), Page(1, null));
        using var inbox = server.CreateClient();

        await inbox.Threads.ListAsync().ToListAsync();

        server.Requests[1].Line.Should().Contain("cursor%5Bid%5D=thread%261").And.Contain("cursor%5Btimestamp%5D=1793620812345");
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "b", "a")]
    [InlineData("a", "b", "c", "d", "e", "c")]
    public async Task ListAsync_CursorRepeats_IsAnErrorAndNoEndlessLoop(params string[] cursors)
    {
        var circle = cursors[Array.IndexOf(cursors, cursors[^1])..^1];
        var script = cursors.Concat(Enumerable.Repeat(circle, 100).SelectMany(cursor => cursor)).Select(cursor => Page(1, cursor));
        await using var server = new ScriptedServer(script);
        using var inbox = server.CreateClient();
        var seen = 0;

        var exception = await Record.ExceptionAsync(async () =>
        {
            await foreach (var _ in inbox.Threads.ListAsync())
                seen++;
        });

        exception.Should().BeOfType<InboxException>().Which.Message.Should().Contain("repeats");
        seen.Should().BeLessThan(30);
    }

    [Fact]
    public async Task ListAsync_Break_MakesNoFurtherRequest()
    {
        await using var server = new ScriptedServer(Page(2, "a"), Page(2, null));
        using var inbox = server.CreateClient();

        await foreach (var _ in inbox.Threads.ListAsync())
            break;

        server.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ListAsync_CancelledWithinAPage_StopsAtOnce(bool byEnumerator)
    {
        await using var server = new ScriptedServer(Page(5, "a"), Page(5, null));
        using var inbox = server.CreateClient();
        using var cancellation = new CancellationTokenSource();
        var threads = byEnumerator ? inbox.Threads.ListAsync() : inbox.Threads.ListAsync(cancellationToken: cancellation.Token);
        var seen = 0;

        var exception = await Record.ExceptionAsync(async () =>
        {
            await foreach (var _ in threads.WithCancellation(byEnumerator ? cancellation.Token : default))
            {
                seen++;
                await cancellation.CancelAsync();
            }
        });

        exception.Should().BeAssignableTo<OperationCanceledException>();
        seen.Should().Be(1);
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task AsPages_ContinuationToken_ResumesInAnotherClientWithoutRepeating()
    {
        await using var server = new ScriptedServer(Page(2, "a"), Page(2, null));
        string? stored;
        using (var first = server.CreateClient())
            stored = (await FirstPageAsync(first.Threads.ListAsync(new() { View = InboxView.Archived, PageSize = 2 }))).ContinuationToken;

        using var second = server.CreateClient();
        var pages = new List<Page<InboxThread>>();
        await foreach (var page in second.Threads.ListAsync(new() { View = InboxView.Archived }).AsPages(stored, pageSize: 7))
            pages.Add(page);

        pages.Should().ContainSingle().Which.ContinuationToken.Should().BeNull();
        server.Requests[1].Line.Should().Contain("limit=7").And.Contain("cursor%5Bid%5D=a").And.Contain("inboxView=archived");
    }

    [Fact]
    public async Task AsPages_TokenOfAnotherQuery_IsRefusedBeforeARequest()
    {
        await using var server = new ScriptedServer(Page(2, "a"));
        using var inbox = server.CreateClient();
        var token = (await FirstPageAsync(inbox.Threads.ListAsync(new() { TagIds = ["vip"] }))).ContinuationToken;

        var act = () => inbox.Threads.ListAsync(new() { TagIds = ["vip", "hot"] }).AsPages(token);

        act.Should().Throw<ArgumentException>().WithMessage("*another query*");
        server.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("00FF")]
    [InlineData("7631")]
    public async Task AsPages_NoToken_IsRefused(string token)
    {
        await using var server = new ScriptedServer();
        using var inbox = server.CreateClient();

        var act = () => inbox.Threads.ListAsync().AsPages(token);

        act.Should().Throw<ArgumentException>().WithParameterName("continuationToken");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(-1)]
    public async Task AsPages_PageSizeOutOfRange_IsRefused(int pageSize)
    {
        await using var server = new ScriptedServer();
        using var inbox = server.CreateClient();

        var asPages = () => inbox.Threads.ListAsync().AsPages(pageSize: pageSize);
        var query = () => new ThreadQuery { PageSize = pageSize };

        asPages.Should().Throw<ArgumentOutOfRangeException>();
        query.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task ListAsync_ContradictoryQuery_IsRefusedAtOnce()
    {
        await using var server = new ScriptedServer();
        using var inbox = server.CreateClient();

        var both = () => inbox.Threads.ListAsync(new() { TagIds = ["vip"], Untagged = true });
        var empty = () => inbox.Threads.ListAsync(new() { TagIds = [""] });

        both.Should().Throw<ArgumentException>().WithMessage("*Untagged*");
        empty.Should().Throw<ArgumentException>().WithMessage("*empty id*");
        inbox.Invoking(client => client.Threads.ListAsync(new() { AccountLinkId = "" })).Should().Throw<ArgumentException>().WithMessage("*AccountLinkId*");
    }

    [Fact]
    public async Task ListAsync_PageFails_KeepsWhatWasHandedOutAndThrows()
    {
        await using var server = new ScriptedServer(Page(2, "a"), Answer.Json(403, "{}"));
        using var inbox = server.CreateClient();
        var seen = 0;

        var exception = await Record.ExceptionAsync(async () =>
        {
            await foreach (var _ in inbox.Threads.ListAsync())
                seen++;
        });

        exception.Should().BeOfType<InboxAuthenticationException>();
        seen.Should().Be(2);
    }

    [Fact]
    public async Task Prospects_ListAsync_ProspectOfSeveralThreads_ComesOnce()
    {
        await using var server = new ScriptedServer(
            Answer.Json(200, """{"threads":[{"id":"t1","prospect":{"id":"a"}},{"id":"t2","prospect":{"id":"b"}}],"nextCursor":{"id":"t2","timestamp":"1"}}"""),
            Answer.Json(200, """{"threads":[{"id":"t3","prospect":{"id":"a"}},{"id":"t4"}],"nextCursor":{"id":"t4","timestamp":"2"}}"""),
            Answer.Json(200, """{"threads":[{"id":"t5","prospect":{"id":"c"}},{"id":"t6","prospect":{"id":"c"}}],"nextCursor":null}"""));
        using var inbox = server.CreateClient();

        var pages = new List<Page<Prospect>>();
        await foreach (var page in inbox.Prospects.ListAsync().AsPages())
            pages.Add(page);

        pages.SelectMany(page => page.Items).Select(prospect => prospect.Id).Should().Equal("a", "b", "c");
        pages[1].Items.Should().BeEmpty();
        pages[1].ContinuationToken.Should().NotBeNull();
    }

    [Fact]
    public async Task FromPages_Fake_BehavesLikeTheRealOne()
    {
        var pageable = AsyncPageable.FromPages(new Page<int>([1, 2], "next"), new Page<int>([3], null));

        (await pageable.ToListAsync()).Should().Equal(1, 2, 3);
        (await FirstPageAsync(pageable, "next")).Items.Should().Equal(3);
        (await AsyncPageable.FromItems(7, 8).ToListAsync()).Should().Equal(7, 8);
        pageable.Invoking(list => list.AsPages("unknown")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task SinglePageList_HasNoContinuationToken()
    {
        await using var server = new ScriptedServer(Answer.Json(200, """{"tags":[{"id":"t"}]}"""));
        using var inbox = server.CreateClient();

        (await FirstPageAsync(inbox.Tags.ListAsync())).ContinuationToken.Should().BeNull();
        inbox.Tags.ListAsync().Invoking(list => list.AsPages("anything")).Should().Throw<ArgumentException>();
    }

    private static async Task<Page<T>> FirstPageAsync<T>(AsyncPageable<T> list, string? continuationToken = null)
    {
        await foreach (var page in list.AsPages(continuationToken))
            return page;
        throw new InvalidOperationException("The list has no page.");
    }

    private static Answer Page(int threads, string? cursor)
    {
        var items = string.Join(',', Enumerable.Range(0, threads).Select(i => $$"""{"id":"thread_{{i}}"}"""));
        var next = cursor is null ? "null" : $$"""{"id":"{{cursor}}","timestamp":"2026-11-02T12:00:00.000Z"}""";
        return Answer.Json(200, $$"""{"threads":[{{items}}],"nextCursor":{{next}}}""");
    }
}
