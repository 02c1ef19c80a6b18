using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Facade;

/// <summary>Tests how lists are enumerated, left, resumed and refused.</summary>
public abstract class PagingTests(InboxApiVersion version) : FacadeTests(version)
{
    [Fact]
    public async Task AsPages_TokenOfAQueryThatIsFilteredHere_IsRefusedBeforeARequest()
    {
        (ThreadQuery Of, ThreadQuery With)[] others =
        [
            (new() { View = InboxView.NoReply }, new() { View = InboxView.Default }), (new() { View = InboxView.Default }, new() { View = InboxView.NoReply }),
            (new() { IsUntagged = true }, new()), (new(), new() { IsUntagged = true }),
            (new() { View = InboxView.NoReply, IsUntagged = true }, new() { View = InboxView.NoReply }),
        ];
        foreach (var (of, with) in others)
        {
            var token = (await FirstPageAsync(Inbox.Threads.ListAsync(of with { PageSize = 1 }))).ContinuationToken!;
            Sandbox.Requests.Clear();

            Inbox.Threads.Invoking(threads => threads.ListAsync(with).AsPages(token)).Should().Throw<ArgumentException>($"the token is of {of}");
            Inbox.Prospects.Invoking(prospects => prospects.ListAsync(with).AsPages(token)).Should().Throw<ArgumentException>();
            Inbox.Threads.Invoking(threads => threads.ListAsync(of).AsPages(token)).Should().NotThrow();
            Sandbox.Requests.Should().BeEmpty();
        }
    }

    [Fact]
    public void ListAsync_NotEnumerated_MakesNoRequest()
    {
        _ = Inbox.Threads.ListAsync().AsPages();
        _ = Inbox.Prospects.ListAsync();
        _ = Inbox.Tags.ListAsync();

        Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ListAsync_EnumeratedTwice_StartsAnew()
    {
        var threads = Inbox.Threads.ListAsync();

        var first = await threads.ToListAsync();
        (await threads.ToListAsync()).Select(thread => thread.Id).Should().Equal(first.Select(thread => thread.Id)).And.NotBeEmpty();
    }

    [Fact]
    public async Task ListAsync_Break_MakesNoFurtherRequest()
    {
        await foreach (var _ in Inbox.Threads.ListAsync(new() { PageSize = 2 }))
            break;

        ThreadPages.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ListAsync_CancelledWithinAPage_StopsAtOnce(bool byEnumerator)
    {
        using var cancellation = new CancellationTokenSource();
        ThreadQuery query = new() { PageSize = 5 };
        var threads = byEnumerator ? Inbox.Threads.ListAsync(query) : Inbox.Threads.ListAsync(query, cancellation.Token);
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
        ThreadPages.Should().ContainSingle();
    }

    [Fact]
    public async Task ListAsync_EmptyPageInTheMiddle_Continues()
    {
        await using var server = new ScriptedServer(Page(["p1"], "a"), Page([], "b"), Page(["p2", "p3"], null));
        using var inbox = Client(server);

        (await inbox.Threads.ListAsync().ToListAsync()).Select(thread => thread.ProspectId).Should().Equal("p1", "p2", "p3");
        server.Requests.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "b", "a")]
    [InlineData("a", "b", "c", "d", "e", "c")]
    public async Task ListAsync_CursorRepeats_IsAnErrorAndNoEndlessLoop(params string[] cursors)
    {
        var circle = cursors[Array.IndexOf(cursors, cursors[^1])..^1];
        var script = cursors.Concat(Enumerable.Repeat(circle, 100).SelectMany(cursor => cursor)).Select(cursor => Page(["p"], cursor));
        await using var server = new ScriptedServer(script);
        using var inbox = Client(server);

        await inbox.Threads.Invoking(threads => threads.ListAsync().ToListAsync()).Should().ThrowAsync<InboxException>().WithMessage("*repeats*");
        server.Requests.Should().HaveCountLessThan(30);
    }

    [Fact]
    public async Task Prospects_ListAsync_ProspectOfSeveralThreads_ComesOnce()
    {
        await using var server = new ScriptedServer(Page(["a", "b"], "1"), Page(["a"], "2"), Page(["c", "c"], null));
        using var inbox = Client(server);

        var pages = await inbox.Prospects.ListAsync().AsPages().CollectAsync();

        pages.SelectMany(page => page.Items).Select(prospect => prospect.Id).Should().Equal("a", "b", "c");
        pages[1].Items.Should().BeEmpty();
        pages[1].ContinuationToken.Should().NotBeNull();
    }

    [Fact]
    public async Task AsPages_ContinuationToken_ResumesInAnotherClientWithoutRepeating()
    {
        ThreadQuery query = new() { View = InboxView.Default, PageSize = 20 };
        var whole = await Inbox.Threads.ListAsync(query).ToListAsync();
        var first = await FirstPageAsync(Inbox.Threads.ListAsync(query));
        using var another = Sandbox.CreateClient(options => options.ApiVersion = Version);
        Sandbox.Requests.Clear();

        var rest = await another.Threads.ListAsync(query with { PageSize = 100 }).AsPages(first.ContinuationToken, pageSize: 7).CollectAsync();

        first.Items.Concat(rest.SelectMany(page => page.Items)).Select(thread => thread.Id).Should().Equal(whole.Select(thread => thread.Id));
        rest.Should().OnlyContain(page => page.Items.Count <= 7);
        rest[^1].ContinuationToken.Should().BeNull();
        ThreadPages.Should().HaveCount(rest.Count).And.OnlyContain(request => request.Query.Contains("limit=7", StringComparison.Ordinal));
    }

    public static TheoryData<ThreadQuery> ResumedQueries => new() { new(), new() { View = InboxView.NoReply }, new() { IsUntagged = true }, new() { View = InboxView.NoReply, IsUntagged = true } };

    [Theory]
    [MemberData(nameof(ResumedQueries))]
    public async Task AsPages_PageFails_KeepsWhatWasReturnedAndResumesThere(ThreadQuery query)
    {
        query = query with { PageSize = 20 };
        var whole = await Inbox.Threads.ListAsync(query).ToListAsync();
        var handedOut = new List<InboxThread>();
        string? token = null;
        Sandbox.Faults.HitNext(SandboxFault.Status(401), when: request => IsThreadPage(request) && token is not null);

        var exception = await Record.ExceptionAsync(async () =>
        {
            await foreach (var page in Inbox.Threads.ListAsync(query).AsPages())
            {
                handedOut.AddRange(page.Items);
                token = page.ContinuationToken;
            }
        });
        var failure = exception.Should().BeOfType<InboxAuthenticationException>().Subject;
        failure.ContinuationToken.Should().Be(token);
        var rest = await Inbox.Threads.ListAsync(query).AsPages(failure.ContinuationToken).CollectAsync();
        handedOut.Concat(rest.SelectMany(page => page.Items)).Select(thread => thread.Id).Should().Equal(whole.Select(thread => thread.Id));
    }

    [Fact]
    public async Task AsPages_TokenOfAnotherQuery_IsRefusedBeforeARequest()
    {
        var tags = await Inbox.Tags.ListAsync().ToListAsync();
        var account = Sandbox.State.AccountLinks[0].Id;
        ThreadQuery[] queries =
        [
            new(), new() { View = InboxView.Default }, new() { View = InboxView.Archived }, new() { TagIds = [tags[0].Id] },
            new() { TagIds = [tags[0].Id, tags[1].Id] }, new() { View = InboxView.NoReply }, new() { IsUntagged = true }, new() { View = InboxView.NoReply, IsUntagged = true }, new() { AccountLinkId = account }, new() { View = InboxView.Default, AccountLinkId = account },
        ];
        var tokens = new List<string>();
        foreach (var query in queries)
            tokens.Add((await FirstPageAsync(Inbox.Threads.ListAsync(query with { PageSize = 1 }))).ContinuationToken!);
        Sandbox.Requests.Clear();

        foreach (var (query, i) in queries.Select((query, i) => (query, i)))
        {
            foreach (var (token, j) in tokens.Select((token, j) => (token, j)))
            {
                var asPages = Inbox.Threads.Invoking(threads => threads.ListAsync(query).AsPages(token));
                if (i == j)
                    asPages.Should().NotThrow();
                else
                    asPages.Should().Throw<ArgumentException>($"the token is of {queries[j]}, the list of {query}").WithMessage("*another query*");
            }
        }

        Sandbox.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("00FF")]
    [InlineData("7631")]
    [InlineData("7632")]
    public void AsPages_NoToken_IsRefusedBeforeARequest(string token)
    {
        Inbox.Threads.Invoking(threads => threads.ListAsync().AsPages(token)).Should().Throw<ArgumentException>().WithParameterName("continuationToken");
        Inbox.Prospects.Invoking(prospects => prospects.ListAsync().AsPages(token)).Should().Throw<ArgumentException>().WithParameterName("continuationToken");

        Sandbox.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(-1)]
    public void AsPages_PageSizeOutOfRange_IsRefusedBeforeARequest(int pageSize)
    {
        Inbox.Threads.Invoking(threads => threads.ListAsync().AsPages(pageSize: pageSize)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new ThreadQuery { PageSize = pageSize }).Should().Throw<ArgumentOutOfRangeException>();

        Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public void ListAsync_ContradictoryQuery_IsRefusedAtOnce()
    {
        Inbox.Threads.Invoking(threads => threads.ListAsync(new() { TagIds = ["vip"], IsUntagged = true })).Should().Throw<ArgumentException>().WithMessage("*Untagged*");
        Inbox.Threads.Invoking(threads => threads.ListAsync(new() { TagIds = [""] })).Should().Throw<ArgumentException>().WithMessage("*empty id*");
        Inbox.Threads.Invoking(threads => threads.ListAsync(new() { AccountLinkId = "" })).Should().Throw<ArgumentException>().WithMessage("*AccountLinkId*");
    }

    [Fact]
    public async Task ListThatComesWhole_HasNoContinuationToken()
    {
        (await FirstPageAsync(Inbox.Tags.ListAsync())).ContinuationToken.Should().BeNull();
        (await FirstPageAsync(Inbox.Statuses.ListAsync())).ContinuationToken.Should().BeNull();
        Inbox.Tags.Invoking(tags => tags.ListAsync().AsPages("anything")).Should().Throw<ArgumentException>();
    }

    private IEnumerable<SandboxRequest> ThreadPages => Sandbox.Requests.Where(IsThreadPage);

    private static bool IsThreadPage(SandboxRequest request) => request.Is("GET", "threads");

    private InboxClient Client(ScriptedServer server) =>
        server.CreateClient(options => (options.ApiVersion, options.BaseAddress) = (Version, new Uri(server.BaseAddress, $"/api/{Version}".ToLowerInvariant())));

    /// <summary>Returns a page of threads with these prospects, in the format of the API version.</summary>
    private StubResponse Page(string[] prospects, string? cursor)
    {
        var (list, person) = Version == InboxApiVersion.V1 ? ("threads", "prospect") : ("data", "contact");
        var items = string.Join(',', prospects.Select((prospect, i) => $$"""{"id":"t{{i}}","{{person}}Id":"{{prospect}}","{{person}}":{"id":"{{prospect}}"} }"""));
        var next = cursor is null ? "null" : Version == InboxApiVersion.V1 ? $$"""{"id":"{{cursor}}","timestamp":"2026-11-02T12:00:00.000Z"}""" : $"\"{cursor}\"";
        return StubResponse.Json(200, $$"""{"{{list}}":[{{items}}],"nextCursor":{{next}}}""");
    }

    private static async Task<InboxPage<T>> FirstPageAsync<T>(InboxPageable<T> list)
    {
        await foreach (var page in list.AsPages())
            return page;
        throw new InvalidOperationException("The list has no page.");
    }
}

public sealed class V1PagingTests() : PagingTests(InboxApiVersion.V1);

public sealed class V2PagingTests() : PagingTests(InboxApiVersion.V2);
