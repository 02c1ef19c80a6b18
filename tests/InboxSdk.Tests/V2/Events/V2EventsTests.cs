using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;
using InboxSdk.V2;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.V2;

public class V2EventsTests
{
    [Fact]
    public async Task ListAsync_ReadsEachEventWithTheDataOfItsType()
    {
        await using var server = V2Server.Of(Examples.Events);

        var events = await server.Inbox.Events.ListAsync(afterSeq: 40, new() { Types = [InboxEventType.MessageSent, "new.type"], PageSize = 500 }).ToListAsync();

        server.ShouldBe("GET /events", ["afterSeq=40", "type=message.sent", "type=new.type", "limit=500"]);
        events.Select(item => (item.Seq, item.Type.ToString(), item.Object.Type)).Should().Equal(
            (41, "thread.created", "thread"), (42, "message.received", "message"), (43, "contact.tagsChanged", "contact"), (44, "target.replied", "campaign"));
        events.Should().OnlyContain(item => item.ApiVersion == "2");
        events[0].Data.Should().BeOfType<OtherEventData>().Which.Raw!.Value.GetRawText().Should().Be("{}");
        events[1].Data.Should().BeOfType<MessageEventData>().Which.ThreadId.Should().Be("thrx7k2m9qwe4rt8yuz1p5sd");
        events[2].Data.Should().BeOfType<ContactTagsEventData>().Which.TagIds.Should().Equal("tagx7k2m9qwe4rt8yuz1p5sd");
        events[3].Data.Should().BeOfType<CampaignTargetEventData>().Which.Should().BeEquivalentTo(new { StepNumber = 1L, ContactId = (string?)null });
    }

    [Fact]
    public async Task ListAsync_MorePages_ContinuesAfterTheLastNumber()
    {
        await using var server = V2Server.Of(Batch(hasMore: true, 1, 2), Batch(hasMore: true, 5), Batch(hasMore: false, 6));

        var pages = new List<InboxPage<InboxEvent>>();
        await foreach (var page in server.Inbox.Events.ListAsync().AsPages())
            pages.Add(page);

        pages.SelectMany(page => page.Items).Select(item => item.Seq).Should().Equal(1, 2, 5, 6);
        V2Server.ShouldBe(server.Requests[0], "GET /events", ["limit=1000"]);
        V2Server.ShouldBe(server.Requests[1], "GET /events", ["afterSeq=2", "limit=1000"]);
        V2Server.ShouldBe(server.Requests[2], "GET /events", ["afterSeq=5", "limit=1000"]);
        pages[2].ContinuationToken.Should().BeNull();
        pages.Select(page => (page.LastSeq, page.HasMore)).Should().Equal((2, true), (5, true), (6, false));
    }

    [Fact]
    public async Task AsPages_FilterLeavesEverythingOut_ReportsWhereToContinue()
    {
        await using var server = V2Server.Of(
            """{"data": [], "lastSeq": 1000, "hasMore": true}""", """{"data": [{"seq": 1400, "type": "tag.created"}], "lastSeq": 1733, "hasMore": false}""",
            """{"data": [], "lastSeq": 0, "hasMore": false}""");
        var pages = new List<InboxPage<InboxEvent>>();
        var query = new EventQuery { Types = [InboxEventType.TagCreated] };

        await foreach (var page in server.Inbox.Events.ListAsync(query: query).Prefetch().AsPages())
            pages.Add(page);
        await foreach (var page in server.Inbox.Events.ListAsync(pages[^1].LastSeq!.Value, query).AsPages())
            pages.Add(page);

        pages.Select(page => (page.LastSeq, page.HasMore)).Should().Equal((1000, true), (1733, false), (1733, false));
        V2Server.ShouldBe(server.Requests[2], "GET /events", ["afterSeq=1733", "type=tag.created", "limit=1000"]);
    }

    [Fact]
    public async Task ListAsync_PagesOfEvents_AreUpToTenTimesAsLargeAsOthers()
    {
        await using var server = V2Server.Of(Batch(hasMore: false, 1));
        var list = server.Inbox.Events.ListAsync();

        await foreach (var page in list.AsPages(pageSize: 1000))
            page.Items.Should().ContainSingle();

        server.ShouldBe("GET /events", ["limit=1000"]);
        list.Invoking(events => events.AsPages(pageSize: 1001)).Should().Throw<ArgumentOutOfRangeException>();
        server.Inbox.Invoking(inbox => inbox.Threads.ListAsync().AsPages(pageSize: 101)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task ListAsync_ContinuationToken_ResumesInAnotherClient()
    {
        await using var first = V2Server.Of(Batch(hasMore: true, 1, 2));
        await using var second = V2Server.Of(Batch(hasMore: false, 3));
        string? token = null;
        await foreach (var page in first.Inbox.Events.ListAsync().AsPages())
        {
            token = page.ContinuationToken;
            break;
        }

        await foreach (var page in second.Inbox.Events.ListAsync().AsPages(token))
            page.Items.Should().ContainSingle().Which.Seq.Should().Be(3);

        second.ShouldBe("GET /events", ["afterSeq=2", "limit=1000"]);
        second.Inbox.Events.Invoking(events => events.ListAsync(query: new() { Types = [InboxEventType.TagCreated] }).AsPages(token)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task ListAsync_TypeOfTomorrow_KeepsWhatTheServerSent()
    {
        await using var server = V2Server.Of("""
            {"data": [{"id": "e", "seq": 1, "type": "call.ended", "object": {"type": "call", "id": "c", "url": "/calls/c"}, "data": {"minutes": 3}}], "lastSeq": 1, "hasMore": false}
            """);

        var item = (await server.Inbox.Events.ListAsync().ToListAsync()).Should().ContainSingle().Subject;

        item.Type.ToString().Should().Be("call.ended");
        item.Data.Should().BeOfType<OtherEventData>().Which.Raw!.Value.GetProperty("minutes").GetInt32().Should().Be(3);
    }

    [Fact]
    public async Task ListAsync_EventThatIsNotAsDescribed_DoesNotHideThoseAfterIt()
    {
        await using var server = V2Server.Of("""
            {"data": [
              {"id": "a", "seq": 1, "type": "contact.tagsChanged", "object": {"type": "contact", "id": "c", "url": "/contacts/c"}, "data": {"tagIds": 7}},
              {"id": "b", "seq": 2, "type": "call.ended", "object": {"type": "call", "id": "c", "url": "/calls/c"}},
              {"id": "c", "seq": 3, "type": "thread.created", "object": {"type": "thread", "id": "t", "url": "/threads/t"}, "data": {}}
            ], "lastSeq": 3, "hasMore": false}
            """);

        var events = await server.Inbox.Events.ListAsync().ToListAsync();

        events.Select(item => item.Seq).Should().Equal(1, 2, 3);
        events[0].Data!.Raw!.Value.GetRawText().Should().Be("""{"tagIds": 7}""");
        events[1].Data.Should().BeNull("there is nothing to keep");
    }

    [Fact]
    public async Task FollowAsync_LastNumberIsNone_ContinuesAfterTheLastEvent()
    {
        var clock = new TestClock { Timeouts = { TimeSpan.FromMinutes(2) } };
        await using var server = Server(
            clock, """{"data": [{"id": "e", "seq": 41, "type": "tag.created"}, {"id": "f", "seq": 42, "type": "tag.created"}], "lastSeq": "NaN", "hasMore": false}""", Batch(false, 43));
        var seen = new List<long>();

        var follow = Task.Run(async () =>
        {
            await foreach (var item in server.Inbox.Events.FollowAsync())
            {
                seen.Add(item.Seq);
                if (seen.Count == 3)
                    return;
            }
        });
        await clock.PassWaitsAsync(follow);
        await follow;

        seen.Should().Equal(41, 42, 43);
        V2Server.ShouldBe(server.Requests[1], "GET /events", ["afterSeq=42", "limit=1000"]);
    }

    [Fact]
    public async Task FollowAsync_NothingHappens_AsksLessAndLessOften()
    {
        var clock = new TestClock { Timeouts = { TimeSpan.FromMinutes(2) } };
        await using var server = Server(clock, Batch(false, 7), Batch(false), Batch(false), Batch(false), Batch(false), Batch(false, 8), Batch(false), Batch(false, 9));
        EventFollowOptions options = new() { MinDelay = TimeSpan.FromSeconds(2), MaxDelay = TimeSpan.FromSeconds(9) };
        var seen = new List<long>();

        var follow = Task.Run(async () =>
        {
            await foreach (var item in server.Inbox.Events.FollowAsync(6, options))
            {
                seen.Add(item.Seq);
                if (item.Seq == 9)
                    return;
            }
        });
        var waits = await clock.PassWaitsAsync(follow);
        await follow;

        seen.Should().Equal(7, 8, 9);
        waits.Select(wait => wait.TotalSeconds).Should().Equal(2, 4, 8, 9, 9, 2, 4);
        server.Requests.Select(request => request.Line.Split(' ')[1].Split('?')[1].Split('&')[0]).Should().Equal(
            "afterSeq=6", "afterSeq=7", "afterSeq=7", "afterSeq=7", "afterSeq=7", "afterSeq=7", "afterSeq=8", "afterSeq=8");
    }

    [Fact]
    public async Task FollowAsync_MoreIsWaiting_ContinuesAtOnce()
    {
        var clock = new TestClock { Timeouts = { TimeSpan.FromMinutes(2) } };
        await using var server = Server(clock, Batch(true, 1), Batch(true, 2), Batch(false, 3));
        var seen = new List<long>();

        await foreach (var item in server.Inbox.Events.FollowAsync())
        {
            seen.Add(item.Seq);
            if (seen.Count == 3)
                break;
        }

        seen.Should().Equal([1, 2, 3], "the clock stands still, so there is no delay");
    }

    [Fact]
    public async Task FollowAsync_QuotaIsUsedUpForLong_WaitsForItAndContinues()
    {
        var clock = new TestClock { Timeouts = { TimeSpan.FromMinutes(2) } };
        await using var server = new V2Server(
            [
                StubResponse.Json(429, """{"code":"rateLimited","message":"m","details":{"window":"hour","limit":10000,"resetAt":null},"requestId":"r"}""", "Retry-After: 1800"),
                StubResponse.Json(200, Batch(false, 7)),
            ],
            options => options.TimeProvider = clock);

        var follow = Task.Run(async () =>
        {
            await foreach (var item in server.Inbox.Events.FollowAsync())
                return item.Seq;
            return 0;
        });
        var waits = await clock.PassWaitsAsync(follow);

        (await follow).Should().Be(7);
        waits.Sum(wait => wait.TotalSeconds).Should().BeInRange(60, 70, "one request finds out after a minute whether the hint still holds");
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task FollowAsync_RejectedWithoutAWait_IsPolledWithADelay()
    {
        var clock = new TestClock();
        await using var server = new V2Server(
            [StubResponse.Json(429, """{"code":"rateLimited","message":"m","details":{},"requestId":"r"}""", "Retry-After: 0"), StubResponse.Json(200, Batch(false, 7))],
            options => (options.TimeProvider, options.Retry.MaxRetries) = (clock, 0));

        var follow = server.Inbox.Events.FollowAsync(options: new() { MinDelay = TimeSpan.FromSeconds(3) }).FirstAsync();
        var waits = await clock.PassWaitsAsync(follow);

        (await follow).Seq.Should().Be(7);
        waits.Should().Equal(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task FollowAsync_CancelledWhileWaiting_EndsAtOnce()
    {
        var clock = new TestClock { Timeouts = { TimeSpan.FromMinutes(2) } };
        await using var server = Server(clock, Batch(false));
        using var cancellation = new CancellationTokenSource();

        var follow = server.Inbox.Events.FollowAsync(cancellationToken: cancellation.Token).CollectAsync();
        await clock.NextWaitAsync();
        await cancellation.CancelAsync();

        (await Record.ExceptionAsync(() => follow)).Should().BeAssignableTo<OperationCanceledException>();
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task FollowAsync_NumberThatDoesNotGrow_IsPolledWithDelays()
    {
        var clock = new TestClock { Timeouts = { TimeSpan.FromMinutes(2) } };
        await using var server = Server(clock, """{"data": [], "lastSeq": 0, "hasMore": true}""", Batch(false, 1));

        var follow = Task.Run(async () =>
        {
            await foreach (var item in server.Inbox.Events.FollowAsync())
                return item.Seq;
            return 0;
        });

        (await clock.PassWaitsAsync(follow)).Should().NotBeEmpty();
        (await follow).Should().Be(1);
    }

    [Fact]
    public async Task FollowAsync_BacklogEndsInAnEmptyPage_LooksAgainSoon()
    {
        var clock = new TestClock { Timeouts = { TimeSpan.FromMinutes(2) } };
        // Idle until the delay is at its maximum; then a backlog, whose last page has none of the requested events.
        await using var server = Server(
            clock, [.. Enumerable.Repeat("""{"data": [], "lastSeq": 0, "hasMore": false}""", 6), Batch(true, 1), """{"data": [], "lastSeq": 2, "hasMore": false}""", Batch(false, 3)]);

        var follow = Task.Run(async () =>
        {
            await foreach (var item in server.Inbox.Events.FollowAsync(options: new() { MaxDelay = TimeSpan.FromSeconds(20) }))
            {
                if (item.Seq == 3)
                    return;
            }
        });

        (await clock.PassWaitsAsync(follow))[^1].Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Follow_Sandbox_ReportsWhatTheClientItselfDid()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = sandbox.CreateClient(options => options.ApiVersion = InboxApiVersion.V2);
        await inbox.V2.Contacts.AddTagAsync("prospectabc123", "Partner");
        await inbox.V2.Messages.SendAsync(new() { Target = new ThreadTarget("threadabc123"), Content = "Hello" });
        var types = new List<string>();

        await foreach (var item in inbox.V2.Events.FollowAsync())
        {
            types.Add(item.Type.ToString());
            if (item.Type == InboxEventType.MessageSent)
                break;
        }

        types.Should().ContainInOrder("contact.tagsChanged", "message.sent");
    }

    [Fact]
    public void Calls_WithWrongNumbers_AreRefusedAtOnce()
    {
        using var inbox = InboxClient.Create(new() { Token = "t", ApiVersion = InboxApiVersion.V2 });
        var events = inbox.V2.Events;

        events.Invoking(it => it.ListAsync(-1)).Should().Throw<ArgumentOutOfRangeException>();
        events.Invoking(it => it.FollowAsync(-1)).Should().Throw<ArgumentOutOfRangeException>();
        events.Invoking(it => it.FollowAsync(options: new() { MinDelay = TimeSpan.Zero })).Should().Throw<ArgumentException>();
        events.Invoking(it => it.FollowAsync(options: new() { MinDelay = TimeSpan.FromSeconds(5), MaxDelay = TimeSpan.FromSeconds(1) })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new EventQuery { PageSize = 1001 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static V2Server Server(TestClock clock, params string[] batches) =>
        new(batches.Select(batch => StubResponse.Json(200, batch)), options => (options.TimeProvider, options.AttemptTimeout) = (clock, TimeSpan.FromMinutes(2)));

    private static string Batch(bool hasMore, params long[] numbers)
    {
        var data = numbers.Select(seq => $$"""{"id": "e{{seq}}", "seq": {{seq}}, "type": "tag.created", "object": {"type": "tag", "id": "t", "url": "/tags/t"}, "data": {} }""");
        var last = numbers.Length > 0 ? numbers[^1] : 0;
        return $$"""{"data": [{{string.Join(',', data)}}], "lastSeq": {{last}}, "hasMore": {{(hasMore ? "true" : "false")}} }""";
    }
}
