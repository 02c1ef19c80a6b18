using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Paging;

/// <summary>Tests the part of paging that is specific to v1: a cursor of two parts. The tests of the facade cover the rest on every API version.</summary>
public class ThreadPagingTests
{
    [Fact]
    public async Task ListAsync_CursorAbsent_Stops()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"threads":[{"id":"t"}]}"""));
        using var inbox = server.CreateClient();

        (await inbox.Threads.ListAsync().ToListAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"id\":null,\"timestamp\":null}")]
    [InlineData("{\"id\":\"\",\"timestamp\":\"\"}")]
    public async Task ListAsync_CursorThatNamesNoPlace_Stops(string cursor)
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, $$"""{"threads":[{"id":"t"}],"nextCursor":{{cursor}}}"""));
        using var inbox = server.CreateClient();

        (await inbox.Threads.ListAsync().ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task ListAsync_NumberAsTimestamp_GoesBackAsItCame()
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(200, """{"threads":[],"nextCursor":{"id":"thread&1","timestamp":1793620812345}}"""), StubResponse.Json(200, """{"threads":[{"id":"t"}]}"""));
        using var inbox = server.CreateClient();

        await inbox.Threads.ListAsync().ToListAsync();

        server.Requests[1].Line.Should().Contain("cursor%5Bid%5D=thread%261").And.Contain("cursor%5Btimestamp%5D=1793620812345");
    }

    [Fact]
    public async Task FromPages_Cancelled_ReturnsNoMorePages()
    {
        var pageable = InboxPageable.FromPages(new InboxPage<int>([1], "next"), new InboxPage<int>([2], null));
        using var cancellation = new CancellationTokenSource();
        await using var pages = pageable.AsPages().GetAsyncEnumerator(cancellation.Token);
        (await pages.MoveNextAsync()).Should().BeTrue();

        await cancellation.CancelAsync();

        (await Record.ExceptionAsync(() => pages.MoveNextAsync().AsTask())).Should().BeAssignableTo<OperationCanceledException>();
    }

    [Fact]
    public void FromPagesAndItems_Null_IsNamed()
    {
        FluentActions.Invoking(() => InboxPageable.FromPages((IEnumerable<InboxPage<int>>)null!)).Should().Throw<ArgumentNullException>().WithParameterName("pages");
        FluentActions.Invoking(() => InboxPageable.FromItems((IEnumerable<int>)null!)).Should().Throw<ArgumentNullException>().WithParameterName("items");
    }

    [Fact]
    public async Task FromPages_Fake_BehavesLikeTheRealOne()
    {
        var pageable = InboxPageable.FromPages(new InboxPage<int>([1, 2], "next"), new InboxPage<int>([3], null));

        (await pageable.ToListAsync()).Should().Equal(1, 2, 3);
        (await FirstPageAsync(pageable, "next")).Items.Should().Equal(3);
        (await InboxPageable.FromItems(7, 8).ToListAsync()).Should().Equal(7, 8);
        pageable.Invoking(list => list.AsPages("unknown")).Should().Throw<ArgumentException>();
    }

    private static async Task<InboxPage<T>> FirstPageAsync<T>(InboxPageable<T> list, string? continuationToken = null)
    {
        await foreach (var page in list.AsPages(continuationToken))
            return page;
        throw new InvalidOperationException("The list has no page.");
    }
}
