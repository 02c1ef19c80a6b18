using System.Net;
using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Pipeline;

public class RetryTests
{
    private const string Found = """{"prospect":{"id":"prospect_1"}}""";
    private const string NoTags = """{"tags":[]}""";

    private static readonly TagCreate Tag = new() { Name = "Hot Lead", Color = "#EF4444" };

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(507)]
    [InlineData(520)]
    [InlineData(525)]
    [InlineData(530)]
    [InlineData(599)]
    public async Task Get_TransientStatus_IsRetried(int status)
    {
        await using var server = new ScriptedServer(StubResponse.Json(status, "{}"), StubResponse.Json(200, Found));
        var (prospect, _) = await RunAsync(server, inbox => inbox.Prospects.GetAsync("prospect_1"));

        prospect!.Id.Should().Be("prospect_1");
        server.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    public async Task Get_FinalStatus_IsSentOnce(int status)
    {
        await using var server = new ScriptedServer(StubResponse.Json(status, "{}"), StubResponse.Json(200, Found));
        var (_, exception) = await RunAsync(server, inbox => inbox.Prospects.GetAsync("prospect_1"));

        exception.Should().BeAssignableTo<InboxApiException>().Which.AttemptCount.Should().Be(1);
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Get_BrokenConnection_IsRetried()
    {
        await using var server = new ScriptedServer(StubResponse.Disconnect(), StubResponse.Json(200, Found));
        var (prospect, _) = await RunAsync(server, inbox => inbox.Prospects.GetAsync("prospect_1"));

        prospect!.Id.Should().Be("prospect_1");
    }

    [Fact]
    public async Task Get_TruncatedBody_IsRetried()
    {
        await using var server = new ScriptedServer(
            StubResponse.Raw(200, "{\"prospect\":{\"id\":"u8.ToArray(), "Content-Type: application/json", "Content-Length: 500"),
            StubResponse.Json(200, Found));
        var (prospect, _) = await RunAsync(server, inbox => inbox.Prospects.GetAsync("prospect_1"));

        prospect!.Id.Should().Be("prospect_1");
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task UpdateContext_ServerError_SendsTheSameBodyAgain()
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"), StubResponse.Disconnect(), StubResponse.Json(200, Found));
        await RunAsync(server, inbox => inbox.Prospects.UpdateAsync("prospect_1", new() { Notes = "Asked for a demo" }));

        server.Requests.Should().HaveCount(3).And.OnlyContain(request => request.Body == """{"notes":"Asked for a demo"}""");
        server.Requests.Should().OnlyContain(request => request.Line == "PATCH /api/v1/prospects/prospect_1/context HTTP/1.1");
    }

    [Fact]
    public async Task CreateTag_ServerError_IsNeverSentTwice()
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"), StubResponse.Json(201, """{"tag":{"id":"tag_1"}}"""));
        var (_, exception) = await RunAsync(server, inbox => inbox.Tags.CreateAsync(Tag));

        exception.Should().BeOfType<InboxServerException>().Which.AttemptCount.Should().Be(1);
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task CreateTag_BrokenConnection_IsNeverSentTwice()
    {
        await using var server = new ScriptedServer(StubResponse.Disconnect(), StubResponse.Json(201, """{"tag":{"id":"tag_1"}}"""));
        var (_, exception) = await RunAsync(server, inbox => inbox.Tags.CreateAsync(Tag));

        exception.Should().BeOfType<InboxTransportException>();
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task CreateTag_RefusedForTheQuota_IsRetried()
    {
        await using var server = new ScriptedServer(StubResponse.Json(429, "{}", "Retry-After: 1"), StubResponse.Json(201, """{"tag":{"id":"tag_1"}}"""));
        var (tag, _) = await RunAsync(server, inbox => inbox.Tags.CreateAsync(Tag));

        tag!.Id.Should().Be("tag_1");
    }

    [Fact]
    public async Task DeleteTag_ResponseLostThenNotFound_Succeeds()
    {
        await using var server = new ScriptedServer(StubResponse.Disconnect(), StubResponse.Json(404, """{"error":{"code":"TAG_NOT_FOUND","message":"x","status":404}}"""));
        var (_, exception) = await RunAsync(server, async inbox =>
        {
            await inbox.Tags.DeleteAsync("tag_1");
            return new object();
        });

        exception.Should().BeNull("the first attempt may have deleted the tag, and now it is gone");
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Get_EveryAttemptFails_ReportsAttemptsAndTheLastCause()
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(500, "{}"), StubResponse.Disconnect(), StubResponse.Json(502, "{}"),
            StubResponse.Json(503, """{"error":{"code":"MAINTENANCE","message":"Back soon","status":503}}"""));
        var (_, exception) = await RunAsync(server, inbox => inbox.Prospects.GetAsync("prospect_1"));

        var error = exception.Should().BeOfType<InboxServerException>().Subject;
        error.AttemptCount.Should().Be(4);
        error.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        error.Code.Should().Be("MAINTENANCE");
        server.Requests.Should().HaveCount(4);
    }

    [Fact]
    public async Task Get_ZeroRetries_IsSentOnce()
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"), StubResponse.Json(200, Found));
        var (_, exception) = await RunAsync(server, inbox => inbox.Prospects.GetAsync("prospect_1"), options => options.Retry.MaxRetries = 0);

        exception.Should().BeOfType<InboxServerException>();
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Get_NoHint_WaitsBelowADoublingBound()
    {
        var clock = new TestClock();
        await using var server = new ScriptedServer(Enumerable.Repeat(StubResponse.Json(503, "{}"), 11));
        using var inbox = server.CreateClient(options =>
        {
            options.TimeProvider = clock;
            options.Retry.MaxRetries = 10;
            // So long that each delay has a timer, which one below 1 ms does not have.
            options.Retry.BaseDelay = TimeSpan.FromMinutes(15);
            options.Retry.MaxDelay = TimeSpan.FromHours(1);
            options.Deadline = TimeSpan.FromDays(1);
        });

        var call = Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));
        var waits = await clock.PassWaitsAsync(call);

        int[] bounds = [15, 30, 60, 60, 60, 60, 60, 60, 60, 60];
        waits.Should().HaveSameCount(bounds);
        waits.Zip(bounds).Should().OnlyContain(pair => pair.First <= TimeSpan.FromMinutes(pair.Second));
        waits.Distinct().Should().HaveCountGreaterThan(5, "the waits are drawn, not fixed");
        waits.Max().Should().BeGreaterThan(TimeSpan.FromMinutes(15), "eight of them are drawn from an hour");
        server.Requests.Should().HaveCount(11);
    }

    [Fact]
    public async Task Get_SameHintTimeAndAgain_IsSpreadByATenthOfIt()
    {
        await using var server = new ScriptedServer(Enumerable.Repeat(StubResponse.Json(429, "{}", "Retry-After: 2"), 11));
        var clock = new TestClock();
        using var inbox = Client(server, clock, options =>
        {
            options.Retry.MaxRetries = 10;
            options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
            options.RateLimit.IsEnabled = false;
        });

        var call = Record.ExceptionAsync(() => inbox.Tags.ListAsync().ToListAsync());
        var waits = await clock.PassWaitsAsync(call);

        waits.Should().HaveCount(10).And.OnlyContain(wait => wait >= TimeSpan.FromSeconds(2) && wait <= TimeSpan.FromSeconds(2.2));
        waits.Distinct().Should().HaveCountGreaterThan(5, "clients that got the same hint are not to return in step");
    }

    [Theory]
    [InlineData("Retry-After: 10", 10)]
    [InlineData("Retry-After: 60", 60)]
    [InlineData("Retry-After: 1.5", 2)]
    [InlineData("Retry-After: Mon, 02 Nov 2026 12:00:20 GMT", 20)]
    [InlineData("Retry-After: Mon, 02 Nov 2026 17:00:20 GMT\r\nDate: Mon, 02 Nov 2026 17:00:00 GMT", 20)]
    [InlineData("X-RateLimit-Reset: 1793638820\r\nDate: Mon, 02 Nov 2026 17:00:00 GMT", 20)]
    [InlineData("X-RateLimit-Reset: 1793638820, 1793638830\r\nDate: Mon, 02 Nov 2026 17:00:00 GMT", 20)]
    public async Task Get_Hint_IsNeverCutShortAndOverstayedLittle(string header, int seconds)
    {
        await using var server = new ScriptedServer(StubResponse.Json(429, "{}", header), StubResponse.Json(200, NoTags));
        var clock = new TestClock();
        using var inbox = Client(server, clock);

        var call = inbox.Tags.ListAsync().ToListAsync();
        var waits = await clock.PassWaitsAsync(call);

        await call;
        waits.Should().ContainSingle().Which.Should()
            .BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(seconds)).And
            .BeLessThan(TimeSpan.FromSeconds(seconds + Math.Min(1, seconds * 0.1)) + TimeSpan.FromMilliseconds(500));
    }

    [Theory]
    [InlineData("Retry-After: -1")]
    [InlineData("Retry-After: soon")]
    [InlineData("Retry-After: NaN")]
    [InlineData("Retry-After:")]
    [InlineData("Retry-After: 0")]
    [InlineData("Retry-After: Mon, 02 Nov 2020 12:00:00 GMT")]
    public async Task Get_HintThatSaysNothing_BacksOffAsWithoutOne(string header)
    {
        await using var server = new ScriptedServer(StubResponse.Json(429, "{}", header), StubResponse.Json(200, NoTags));
        var clock = new TestClock();
        using var inbox = Client(server, clock);

        var call = inbox.Tags.ListAsync().ToListAsync();
        var waits = await clock.PassWaitsAsync(call);

        await call;
        waits.Should().NotContain(wait => wait > TimeSpan.FromSeconds(1), "a refusal without a hint closes the limiter for a second");
        server.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("Retry-After: 0", 0)]
    [InlineData("Retry-After: 7", 7)]
    [InlineData("Retry-After: 7.2", 8)]
    [InlineData("Retry-After: Mon, 02 Nov 2026 12:00:09 GMT", 9)]
    [InlineData("Retry-After: Sun, 01 Nov 2026 12:00:00 GMT", 0)]
    [InlineData("Retry-After: Sat, 02 Nov 2030 12:00:00 GMT", 365 * 24 * 3600)]
    [InlineData("Retry-After: 99999999999999999999", 365 * 24 * 3600)]
    [InlineData("Retry-After: Monday, 02-Nov-26 12:00:09 GMT", 9)]
    [InlineData("Retry-After: Mon Nov  2 12:00:09 2026", 9)]
    [InlineData("X-Other: 1", 30)]
    [InlineData("Retry-After: -1", 30)]
    [InlineData("Retry-After: soon", 30)]
    [InlineData("Retry-After: Mon", 30)]
    [InlineData("Retry-After: Mon, 02 Nov 2026", 30)]
    [InlineData("Retry-After: ,, ,", 30)]
    [InlineData("Retry-After: 7\r\nRetry-After: 8", 8)]
    [InlineData("Retry-After: 8\r\nRetry-After: 7", 8)]
    [InlineData("Retry-After: 7, 9 ,8", 9)]
    [InlineData("Retry-After: soon, 9", 9)]
    [InlineData("Retry-After: 3, Mon, 02 Nov 2026 12:00:09 GMT, 4", 9)]
    [InlineData("Retry-After: 3, Monday, 02-Nov-26 12:00:09 GMT, Mon Nov  2 12:00:11 2026", 11)]
    [InlineData("Retry-After: 3, Mon, 02 Nov 2026 12:00:09 GMT\r\nRetry-After: 11", 11)]
    [InlineData("Retry-After: 20\r\nAge: 8", 12)]
    [InlineData("Retry-After: 20\r\nAge: 8, 9", 11)]
    [InlineData("Retry-After: 20\r\nAge: 99999999999", 0)]
    [InlineData("Retry-After: 20\r\nAge: -5", 20)]
    [InlineData("Retry-After: Mon, 02 Nov 2026 17:00:20 GMT\r\nDate: Mon, 02 Nov 2026 17:00:00 GMT\r\nAge: 8", 12)]
    [InlineData("Date: Fri, 31 Dec 9999 23:59:59 GMT\r\nAge: 8", 22)]
    public async Task Get_Refused_ReportsTheTimeToWaitOfTheHeaderElseOfTheError(string header, int seconds)
    {
        await using var server = new ScriptedServer(StubResponse.Json(
            429, """{"code":"rateLimited","message":"m","details":{"retryAfterSeconds":30},"requestId":"r"}""", header));
        using var inbox = server.CreateClient(options => options.TimeProvider = new TestClock());

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));

        exception.Should().BeOfType<InboxRateLimitException>().Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("Retry-After: 7", 7)]
    [InlineData("X-RateLimit-Reset: 1793620900", 25)]
    [InlineData("Date: Mon, 02 Nov 2026 12:00:05 GMT", 20)]
    [InlineData("Date: Mon, 02 Nov 2026 12:01:05 GMT", 0)]
    [InlineData("Date: Mon, 02 Nov 2026 12:00:05 GMT\r\nAge: 4", 16)]
    public async Task Get_RefusedWithTheTimeOfTheReset_ReportsItByTheServersClock(string header, int seconds)
    {
        await using var server = new ScriptedServer(StubResponse.Json(
            429, """{"code":"rateLimited","message":"m","details":{"window":"minute","limit":300,"resetAt":"2026-11-02T12:00:25Z"},"requestId":"r"}""", header));
        using var inbox = server.CreateClient(options => options.TimeProvider = new TestClock());

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));

        exception.Should().BeOfType<InboxRateLimitException>().Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Get_ServerIsDown_TheRateLimitsResetIsNoHint()
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}", "X-RateLimit-Reset: 1793620900"), StubResponse.Json(200, NoTags));
        var clock = new TestClock();
        using var inbox = Client(server, clock);

        var call = inbox.Tags.ListAsync().ToListAsync();
        var waits = await clock.PassWaitsAsync(call);

        await call;
        waits.Should().NotContain(wait => wait > TimeSpan.FromSeconds(0.5), "the window of the rate limit has nothing to do with the fault");
    }

    [Theory]
    [InlineData("Retry-After: 61", 61)]
    [InlineData("Retry-After: 86400", 86400)]
    [InlineData("Retry-After: 99999999999", 31536000)]
    public async Task Get_HintOverTheCap_FailsAtOnceWithTheTimeToWait(string header, int seconds)
    {
        await using var server = new ScriptedServer(StubResponse.Json(429, "{}", header), StubResponse.Json(200, NoTags));
        using var inbox = Client(server, new TestClock());

        var exception = await Record.ExceptionAsync(() => inbox.Tags.ListAsync().ToListAsync());

        exception.Should().BeOfType<InboxRateLimitException>().Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(seconds));
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Get_HintPastTheDeadline_FailsAtOnceWithTheTimeToWait()
    {
        await using var server = new ScriptedServer(StubResponse.Json(429, "{}", "Retry-After: 20"), StubResponse.Json(200, NoTags));
        using var inbox = Client(server, new TestClock(), options => options.Deadline = TimeSpan.FromSeconds(15));

        var exception = await Record.ExceptionAsync(() => inbox.Tags.ListAsync().ToListAsync());

        exception.Should().BeOfType<InboxRateLimitException>().Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(20));
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Get_CancelledWhileWaiting_StopsAtOnceOnTheFakeClock()
    {
        await using var server = new ScriptedServer(StubResponse.Json(429, "{}", "Retry-After: 20"), StubResponse.Json(200, NoTags));
        var clock = new TestClock { Timeouts = { TimeSpan.FromMinutes(1) } };
        using var inbox = Client(server, clock, options => options.AttemptTimeout = TimeSpan.FromMinutes(1));
        using var cancellation = new CancellationTokenSource();

        var call = inbox.Tags.ListAsync().ToListAsync(cancellation.Token);
        await clock.NextWaitAsync();
        await cancellation.CancelAsync();

        (await Record.ExceptionAsync(() => call)).Should().BeAssignableTo<OperationCanceledException>();
        server.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(409, "sendInProgress", "{\"messageId\":\"m\"}", 2)]
    [InlineData(409, "nameTaken", "{\"name\":\"n\"}", 1)]
    [InlineData(502, "sendUnconfirmed", "{\"messageId\":\"m\"}", 1)]
    [InlineData(502, "platformError", "null", 2)]
    [InlineData(503, "platformUnavailable", "{\"retryAfterSeconds\":null}", 2)]
    [InlineData(503, "platformUnavailable", "{\"retryAfterSeconds\":3600}", 1)]
    [InlineData(429, "platformRateLimited", "{\"retryAfterSeconds\":2}", 2)]
    public async Task Get_CodeOfV2_IsRetriedWhereThatHelps(int status, string code, string details, int requests)
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(status, $$"""{"code":"{{code}}","message":"m","details":{{details}},"requestId":"r"}"""), StubResponse.Json(200, Found));
        var (prospect, exception) = await RunAsync(server, inbox => inbox.Prospects.GetAsync("prospect_1"));

        server.Requests.Should().HaveCount(requests);
        (prospect is not null).Should().Be(requests == 2);
        (exception is not null).Should().Be(requests == 1);
    }

    [Theory]
    [InlineData("rateLimited", true)]
    [InlineData("platformRateLimited", false)]
    public async Task Get_RefusedByAPlatform_DoesNotHoldUpOtherCalls(string code, bool isHeldUp)
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(429, $$"""{"code":"{{code}}","message":"m","details":{"retryAfterSeconds":600},"requestId":"r"}""", "Retry-After: 600"), StubResponse.Json(200, Found));
        using var inbox = Client(server, new TestClock(), options => options.Deadline = TimeSpan.FromSeconds(30));
        await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));

        (exception is InboxRateLimitException).Should().Be(isHeldUp);
        server.Requests.Should().HaveCount(isHeldUp ? 1 : 2);
    }

    private static InboxClient Client(ScriptedServer server, TestClock clock, Action<InboxClientOptions>? configure = null) => server.CreateClient(options =>
    {
        options.TimeProvider = clock;
        options.Retry.MaxRetries = 3;
        configure?.Invoke(options);
    });

    private static async Task<(T? Result, Exception? Exception)> RunAsync<T>(
        ScriptedServer server, Func<IInboxClient, Task<T>> act, Action<InboxClientOptions>? configure = null)
        where T : class
    {
        var clock = new TestClock();
        using var inbox = Client(server, clock, configure);
        var call = act(inbox);
        var exception = Record.ExceptionAsync(() => call);
        await clock.PassWaitsAsync(exception);
        return await exception is { } failure ? (null, failure) : (await call, null);
    }
}
