using InboxSdk.Sandbox;
using InboxSdk.Tests.Diagnostics;
using InboxSdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Pipeline;

public class PacingTests
{
    private const string Refusal = """{"error":{"code":"RATE_LIMITED","message":"m","status":429}}""";

    private readonly TestClock _clock = new();

    [Fact]
    public async Task UpdateContext_MoreWritesThanAMinuteAllows_WaitsAndIsNeverRefused()
    {
        await using var sandbox = await SandboxAsync();
        using var inbox = sandbox.CreateClient(Patient);
        var started = _clock.GetUtcNow();

        await _clock.PassWaitsAsync(UpdateAsync(inbox, 61));

        sandbox.Requests.Should().HaveCount(61).And.OnlyContain(request => request.StatusCode == 200);
        (_clock.GetUtcNow() - started).Should().BeCloseTo(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(1), "61 writes at 30 a minute take two minutes and no more");
    }

    [Fact]
    public async Task UpdateContext_QuotaUsedBefore_IsReadFromTheFirstResponse()
    {
        await using var sandbox = await SandboxAsync();
        using (var before = sandbox.CreateClient(Patient))
            await UpdateAsync(before, 20);

        using var inbox = sandbox.CreateClient(Patient);
        await _clock.PassWaitsAsync(Task.WhenAll(Enumerable.Range(0, 4).Select(_ => UpdateAsync(inbox, 5))));

        sandbox.Requests.Should().HaveCount(40).And.OnlyContain(request => request.StatusCode == 200);
    }

    [Fact]
    public async Task List_FirstRequestIsRejected_WaitsForRetryAfterAndNoLonger()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { TimeProvider = _clock });
        using var inbox = sandbox.CreateClient(options => options.TimeProvider = _clock);
        sandbox.Faults.HitNext(SandboxFault.Error("rateLimited", TimeSpan.FromSeconds(3)));
        var started = _clock.GetUtcNow();

        await _clock.PassWaitsAsync(inbox.Tags.ListAsync().ToListAsync());

        (_clock.GetUtcNow() - started).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3)).And.BeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(5, SandboxRateAlgorithm.Sliding)]
    [InlineData(-5, SandboxRateAlgorithm.Sliding)]
    [InlineData(5, SandboxRateAlgorithm.Fixed)]
    [InlineData(-5, SandboxRateAlgorithm.Gcra)]
    public async Task UpdateContext_ServersClockIsMinutesOffAndOthersUseTheQuota_IsNeverRefused(int minutes, SandboxRateAlgorithm algorithm)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new()
        {
            ProspectCount = 5,
            TimeProvider = _clock,
            ClockSkew = TimeSpan.FromMinutes(minutes),
            RateLimits = SandboxRateLimits.V1 with { Algorithm = algorithm },
        });
        sandbox.RateLimits.Writes.Exhaust(25);
        using var inbox = sandbox.CreateClient(Patient);

        await _clock.PassWaitsAsync(UpdateAsync(inbox, 50));

        sandbox.RateLimits.Writes.RejectedCount.Should().Be(0);
        sandbox.Requests.Should().HaveCount(50);
    }

    [Fact]
    public async Task UpdateContext_PacingOff_IsRefusedAndRetriedAfterTheHint()
    {
        await using var sandbox = await SandboxAsync();
        using var inbox = sandbox.CreateClient(options =>
        {
            options.ApiVersion = InboxApiVersion.V1;
            options.TimeProvider = _clock;
            options.RateLimit.IsEnabled = false;
        });

        await _clock.PassWaitsAsync(UpdateAsync(inbox, 31));

        sandbox.Requests.Count(request => request.StatusCode == 429).Should().Be(1);
        sandbox.Requests.Count(request => request.StatusCode == 200).Should().Be(31);
        (await inbox.RateLimits.GetSnapshotAsync()).Windows.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateContext_WaitPastTheDeadline_FailsAtOnceAndSendsNothing()
    {
        await using var sandbox = await SandboxAsync();
        using var inbox = sandbox.CreateClient(options =>
        {
            options.ApiVersion = InboxApiVersion.V1;
            options.TimeProvider = _clock;
            options.Deadline = TimeSpan.FromSeconds(30);
        });
        await UpdateAsync(inbox, 30);

        var exception = await Record.ExceptionAsync(() => UpdateAsync(inbox, 1));

        var limit = exception.Should().BeOfType<InboxRateLimitException>().Subject;
        limit.RetryAfter.Should().Be(TimeSpan.FromMinutes(1));
        limit.AttemptCount.Should().Be(0);
        limit.Message.Should().Contain("prospects.updateContext").And.Contain("Nothing was sent");
        sandbox.Requests.Should().HaveCount(30);
    }

    [Fact]
    public async Task UpdateContext_BulkPriority_WaitsForTheQuotaPastTheDeadline()
    {
        await using var sandbox = await SandboxAsync();
        using var inbox = sandbox.CreateClient(options =>
        {
            options.ApiVersion = InboxApiVersion.V1;
            options.TimeProvider = _clock;
            options.Deadline = TimeSpan.FromSeconds(30);
        });

        Task work;
        using (RateLimitScope.Begin(RateLimitPriority.Bulk))
            work = UpdateAsync(inbox, 60);
        RateLimitScope.Current.Should().Be(RateLimitPriority.Interactive, "the scope has ended here, though not for the work begun in it");
        await _clock.PassWaitsAsync(work);

        sandbox.Requests.Should().HaveCount(60).And.OnlyContain(request => request.StatusCode == 200);
    }

    [Theory]
    [InlineData(RateLimitPriority.Bulk, 2)]
    [InlineData(RateLimitPriority.Interactive, 1)]
    public async Task Get_RefusedForLongerThanACallWaits_OnlyBulkStaysAndTriesAgainAfterAMinute(RateLimitPriority priority, int requests)
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(429, Refusal, "Retry-After: 3600"), StubResponse.Json(200, """{"prospect":{"id":"a"}}"""));
        using var inbox = server.CreateClient(options =>
        {
            options.TimeProvider = _clock;
            options.Retry.MaxRetries = 1;
            options.RateLimit.Reads = [new() { Limit = 1_000, Length = TimeSpan.FromHours(1) }];
        });
        var started = _clock.GetUtcNow();

        Task<Exception?> call;
        using (RateLimitScope.Begin(priority))
            call = Record.ExceptionAsync(() => inbox.Prospects.GetAsync("a"));
        await _clock.PassWaitsAsync(call);

        server.Requests.Should().HaveCount(requests);
        if (priority == RateLimitPriority.Interactive)
            (await call).Should().BeOfType<InboxRateLimitException>().Which.RetryAfter.Should().Be(TimeSpan.FromHours(1));
        else
            (_clock.GetUtcNow() - started).Should().BeCloseTo(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(RateLimitPriority.Interactive, "text/html", "<html>Too many requests</html>")]
    [InlineData(RateLimitPriority.Bulk, "text/html", "<html>Too many requests</html>")]
    [InlineData(RateLimitPriority.Interactive, "application/json", """{"message":"API rate limit exceeded"}""")]
    public async Task Get_RefusedByAnIntermediary_HoldsTheNextCallNoLongerThanABackOff(RateLimitPriority priority, string mediaType, string body)
    {
        await using var server = new ScriptedServer(
            StubResponse.Text(429, body, $"Content-Type: {mediaType}", "Retry-After: 86400", "X-RateLimit-Limit: 5", "X-RateLimit-Remaining: 0"),
            StubResponse.Json(200, """{"prospect":{"id":"a"}}"""));
        using var inbox = server.CreateClient(options => options.TimeProvider = _clock);
        var started = _clock.GetUtcNow();

        var first = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("a"));
        Task<Prospect> second;
        using (RateLimitScope.Begin(priority))
            second = inbox.Prospects.GetAsync("a");
        await _clock.PassWaitsAsync(second);

        first.Should().BeOfType<InboxRateLimitException>().Which.RetryAfter.Should().Be(TimeSpan.FromDays(1));
        (await second).Id.Should().Be("a");
        (_clock.GetUtcNow() - started).Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(8));
        (await inbox.RateLimits.GetSnapshotAsync()).Windows.Single(window => window.Kind == RateLimitKind.Read).Limit.Should().Be(100, "the headers of an intermediary describe its own limit");
    }

    [Fact]
    public async Task Get_BulkIsRefusedByAnIntermediaryForADay_IsRetriedAfterBackOffs()
    {
        await using var server = new ScriptedServer(
            StubResponse.Text(429, "<html></html>", "Content-Type: text/html", "Retry-After: 86400"), StubResponse.Json(200, """{"prospect":{"id":"a"}}"""));
        using var inbox = server.CreateClient(options => (options.TimeProvider, options.Retry.MaxRetries) = (_clock, 3));
        var started = _clock.GetUtcNow();

        Task<Prospect> call;
        using (RateLimitScope.Begin(RateLimitPriority.Bulk))
            call = inbox.Prospects.GetAsync("a");
        await _clock.PassWaitsAsync(call);

        (await call).Id.Should().Be("a");
        (_clock.GetUtcNow() - started).Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Get_BulkIsRefusedManyTimes_WaitsAsLongAsItTakes()
    {
        await using var server = new ScriptedServer(
            [.. Enumerable.Repeat(StubResponse.Json(429, Refusal, "Retry-After: 3600"), 9), StubResponse.Json(200, """{"prospect":{"id":"a"}}""")]);
        using var inbox = server.CreateClient(options => (options.TimeProvider, options.Retry.MaxRetries) = (_clock, 1));

        Task<Prospect> call;
        using (RateLimitScope.Begin(RateLimitPriority.Bulk))
            call = inbox.Prospects.GetAsync("a");
        await _clock.PassWaitsAsync(call);

        (await call).Id.Should().Be("a");
        server.Requests.Should().HaveCount(10);
    }

    [Fact]
    public async Task Get_BulkIsRefusedWithoutEnd_FailsAfterAHundredRefusalsAndTheRetries()
    {
        await using var server = new ScriptedServer(Enumerable.Repeat(StubResponse.Json(429, Refusal), 200));
        using var inbox = server.CreateClient(options => (options.TimeProvider, options.Retry.MaxRetries) = (_clock, 2));

        Task<Exception?> call;
        using (RateLimitScope.Begin(RateLimitPriority.Bulk))
            call = Record.ExceptionAsync(() => inbox.Prospects.GetAsync("a"));
        await _clock.PassWaitsAsync(call);

        (await call).Should().BeOfType<InboxRateLimitException>();
        server.Requests.Should().HaveCount(1 + 100 + 2);
    }

    [Fact]
    public async Task Get_ManyWaitForTheRateLimit_ScopeReceivesUntilWhenAndTheLogHasItOnceAWait()
    {
        var logs = new LogRecorder();
        var response = StubResponse.Json(200, """{"prospect":{"id":"a"}}""");
        await using var server = new ScriptedServer(Enumerable.Repeat(response, 12));
        await using var provider = new ServiceCollection().Also(services =>
        {
            services.AddLogging(logging => logging.AddProvider(logs));
            services.AddInboxClient(options =>
            {
                Patient(options);
                (options.Token, options.BaseAddress) = (ScriptedServerExtensions.Token, server.BaseAddress);
                options.RateLimit.Reads = [new() { Limit = 4, Length = TimeSpan.FromMinutes(1) }];
            });
        }).BuildServiceProvider();
        var inbox = provider.GetRequiredService<IInboxClient>();
        var waits = new Waits();
        var started = _clock.GetUtcNow();

        using (RateLimitScope.Begin(RateLimitPriority.Interactive, waits))
        {
            for (var i = 0; i < 4; i++)
                await inbox.Prospects.GetAsync("a");
            waits.Should().BeEmpty();
            await _clock.PassWaitsAsync(Task.WhenAll(Enumerable.Range(0, 4).Select(_ => inbox.Prospects.GetAsync("a"))));
            waits.Should().HaveCount(4).And.OnlyContain(wait => wait == new RateLimitWait { Kind = RateLimitKind.Read, Until = started.AddMinutes(1) });
            await _clock.PassWaitsAsync(inbox.Prospects.GetAsync("a"));
        }

        logs.Own.Where(entry => entry.Event.Name == "WaitingForRateLimit").Select(entry => entry.Text).Should().SatisfyRespectively(
            first => first.Should().Contain("reads until 2026-11-02T12:01:00"), second => second.Should().Contain("reads until 2026-11-02T12:02:00"));
    }

    [Fact]
    public async Task Get_ScopeThatReceivesWaitsThrows_CallContinues()
    {
        await using var server = new ScriptedServer(Enumerable.Repeat(StubResponse.Json(200, """{"prospect":{"id":"a"}}"""), 2));
        using var inbox = server.CreateClient(options =>
        {
            Patient(options);
            options.RateLimit.Reads = [new() { Limit = 1, Length = TimeSpan.FromMinutes(1) }];
        });
        await inbox.Prospects.GetAsync("a");

        Task<Prospect> second;
        using (RateLimitScope.Begin(RateLimitPriority.Interactive, new Failing()))
            second = inbox.Prospects.GetAsync("a");
        await _clock.PassWaitsAsync(second);

        (await second).Id.Should().Be("a");
    }

    [Fact]
    public async Task UpdateContext_RefusedBeforeItsRetry_SaysThatItWasSentBefore()
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}", "Retry-After: 1"), StubResponse.Json(429, Refusal, "Retry-After: 3000"));
        using var inbox = server.CreateClient(options =>
        {
            options.TimeProvider = _clock;
            options.Retry.MaxRetries = 1;
            options.Deadline = TimeSpan.FromSeconds(30);
            options.RateLimit.Writes = [new() { Limit = 1_000, Length = TimeSpan.FromHours(1) }];
        });
        var first = Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("a", new() { IsDone = true }));
        var wait = await _clock.NextWaitAsync();

        await Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("b", new() { IsDone = true }));
        _clock.Advance(wait);

        var refused = (await first.WaitAsync(TestTimeout.Token())).Should().BeOfType<InboxRateLimitException>().Subject;
        refused.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = true });
        refused.Message.Should().Contain("Sent before: 1").And.NotContain("Nothing was sent");
    }

    [Fact]
    public async Task UpdateContext_TwoClientsOnOneQuota_ArePacedTogether()
    {
        await using var sandbox = await SandboxAsync();
        var limiter = InboxRateLimiter.Create(apiVersion: InboxApiVersion.V1, timeProvider: _clock);
        using var first = sandbox.CreateClient(Sharing);
        using var second = sandbox.CreateClient(Sharing);

        void Sharing(InboxClientOptions options)
        {
            Patient(options);
            options.RateLimit.Limiter = limiter;
        }

        await _clock.PassWaitsAsync(Task.WhenAll(UpdateAsync(first, 25), UpdateAsync(second, 25)));

        sandbox.Requests.Should().HaveCount(50).And.OnlyContain(request => request.StatusCode == 200);
    }

    [Fact]
    public async Task Get_RefusedWithAResetOnTheServersClock_WaitsByTheServersClock()
    {
        // The server's clock is five hours ahead: by the clock of the client, the reset would be five hours away.
        var serverNow = _clock.GetUtcNow().AddHours(5);
        await using var server = new ScriptedServer(
            StubResponse.Json(429, "{}", $"Date: {serverNow:r}", $"X-RateLimit-Reset: {serverNow.AddSeconds(20).ToUnixTimeSeconds()}"),
            StubResponse.Json(200, """{"prospect":{"id":"a"}}"""));
        using var inbox = server.CreateClient(options =>
        {
            Patient(options);
            options.Retry.MaxRetries = 1;
        });
        var started = _clock.GetUtcNow();

        var call = inbox.Prospects.GetAsync("a");
        await _clock.PassWaitsAsync(call);
        await call;

        (_clock.GetUtcNow() - started).Should().BeCloseTo(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(1, "Age: 30")]
    [InlineData(1, "Age: 1", "X-RateLimit-Reset: 1793620860", "Date: Mon, 02 Nov 2026 12:00:00 GMT")]
    [InlineData(1, "X-RateLimit-Reset: 1793620799", "Date: Mon, 02 Nov 2026 12:00:00 GMT")]
    [InlineData(100, "X-RateLimit-Reset: 1793620800", "Date: Mon, 02 Nov 2026 12:00:00 GMT")]
    [InlineData(100, "Age: 0")]
    [InlineData(100, "Age: soon")]
    public async Task Get_ResponseOfACache_SaysNothingAboutTheRateLimit(int used, params string[] headers)
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(200, """{"prospect":{"id":"a"}}""", ["X-RateLimit-Limit: 100", "X-RateLimit-Remaining: 0", .. headers]));
        using var inbox = server.CreateClient(Patient);

        await inbox.Prospects.GetAsync("a");

        (await inbox.RateLimits.GetSnapshotAsync()).Windows.Single(window => window.Kind == RateLimitKind.Read).Used.Should().Be(used);
    }

    [Theory]
    [InlineData("X-RateLimit-Limit: 50, 100", "X-RateLimit-Remaining: 90, 20")]
    [InlineData("X-RateLimit-Limit: 100\r\nX-RateLimit-Limit: 50", "X-RateLimit-Remaining: 20\r\nX-RateLimit-Remaining: 90")]
    [InlineData("X-RateLimit-Limit: 50, many", "X-RateLimit-Remaining: , 20")]
    public async Task Get_RateLimitOfSeveral_TheLeastCounts(string limit, string remaining)
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"prospect":{"id":"a"}}""", limit, remaining));
        using var inbox = server.CreateClient(Patient);

        await inbox.Prospects.GetAsync("a");

        (await inbox.RateLimits.GetSnapshotAsync()).Windows.Single(window => window.Kind == RateLimitKind.Read).Should().BeEquivalentTo(new { Limit = 50, Used = 30 });
    }

    [Fact]
    public async Task Get_CancelledWhileWaitingForThePermit_StopsAtOnce()
    {
        await using var sandbox = await SandboxAsync();
        using var inbox = sandbox.CreateClient(Patient);
        await UpdateAsync(inbox, 30);
        using var cancellation = new CancellationTokenSource();

        var call = inbox.Prospects.UpdateAsync("prospect_abc123", new() { IsDone = true }, cancellation.Token);
        await _clock.NextWaitAsync();
        await cancellation.CancelAsync();

        (await Record.ExceptionAsync(() => call.WaitAsync(TestTimeout.Token()))).Should().BeAssignableTo<OperationCanceledException>();
        sandbox.Requests.Should().HaveCount(30);
    }

    // The clock advances a minute while requests are in flight, which must not time them out.
    private void Patient(InboxClientOptions options)
    {
        options.ApiVersion = InboxApiVersion.V1;
        options.TimeProvider = _clock;
        options.Deadline = TimeSpan.FromDays(1);
        options.AttemptTimeout = TimeSpan.FromHours(1);
        _clock.Timeouts.Add(options.AttemptTimeout);
    }

    private Task<InboxSandbox> SandboxAsync() =>
        InboxSandbox.StartAsync(new() { ProspectCount = 5, TimeProvider = _clock, RateLimits = SandboxRateLimits.V1 });

    private static async Task UpdateAsync(InboxClient inbox, int count)
    {
        for (var i = 0; i < count; i++)
            await inbox.Prospects.UpdateAsync("prospect_abc123", new() { Valuation = i });
    }

    private sealed class Waits : List<RateLimitWait>, IProgress<RateLimitWait>
    {
        void IProgress<RateLimitWait>.Report(RateLimitWait value)
        {
            lock (this)
                Add(value);
        }
    }

    private sealed class Failing : IProgress<RateLimitWait>
    {
        public void Report(RateLimitWait value) => throw new InvalidOperationException("The application's own.");
    }
}
