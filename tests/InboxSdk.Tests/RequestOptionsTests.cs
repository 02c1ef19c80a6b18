using System.Net;
using FluentAssertions;
using InboxSdk.Sandbox;
using InboxSdk.Tests.Diagnostics;
using InboxSdk.Tests.Support;
using InboxSdk.V2;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests;

/// <summary>Tests the options of single calls, as observed by the server and the caller.</summary>
public class RequestOptionsTests
{
    private static readonly StubResponse Unavailable = StubResponse.Json(503, "{}");

    [Fact]
    public async Task MaxRetries_OfAView_IsThatOfItsCallsAlone()
    {
        await using var server = new ScriptedServer(Unavailable, Unavailable, Unavailable);
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1)));

        var once = await Record.ExceptionAsync(() => inbox.WithOptions(options => options with { MaxRetries = 0 }).Members.GetAsync("m"));
        var twice = await Record.ExceptionAsync(() => inbox.Members.GetAsync("m"));

        once.Should().BeOfType<InboxServerException>().Which.AttemptCount.Should().Be(1);
        twice.Should().BeOfType<InboxServerException>().Which.AttemptCount.Should().Be(2);
    }

    [Fact]
    public async Task Deadline_OfAView_EndsTheCall()
    {
        var clock = new TestClock();
        await using var server = new ScriptedServer(StubResponse.Stall());
        using var inbox = server.CreateClient(options => options.TimeProvider = clock);

        var call = Record.ExceptionAsync(() => inbox.WithOptions(options => options with { Deadline = TimeSpan.FromSeconds(2) }).Members.GetAsync("m"));
        await server.NextRequestAsync();
        clock.Advance(TimeSpan.FromSeconds(2));

        var exception = (await call.WaitAsync(TestTimeout.Token())).Should().BeOfType<InboxTimeoutException>().Which;
        exception.Should().BeEquivalentTo(new { Operation = "members.get", Elapsed = TimeSpan.FromSeconds(2), AttemptCount = 1 });
        exception.Message.Should().Contain("2 s (InboxRequestOptions.Deadline)");
    }

    [Fact]
    public async Task MaxRetries_ZeroForABulkCall_AppliesToARejectionByTheRateLimit()
    {
        await using var server = new ScriptedServer(StubResponse.Json(429, """{"error":{"code":"rateLimited"}}""", "Retry-After: 0"), StubResponse.Json(200, """{"member":{"id":"m"}}"""));
        using var inbox = server.CreateClient();
        var view = inbox.WithOptions(options => options with { MaxRetries = 0, Priority = RateLimitPriority.Bulk });

        (await Record.ExceptionAsync(() => view.Members.GetAsync("m"))).Should().BeOfType<InboxRateLimitException>().Which.AttemptCount.Should().Be(1);
    }

    [Fact]
    public async Task UpdateContext_UnknownTag_KeepsWhatIsKnownOfTheCall()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = sandbox.CreateClient();
        var prospect = (await inbox.Prospects.ListAsync(new() { PageSize = 1 }).ToListAsync())[0];

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync(prospect.Id, new() { AddTagIds = ["unknown"] }));

        var failure = exception.Should().BeOfType<InboxValidationException>().Which;
        failure.Operation.Should().Be("contacts.addTag");
        failure.Elapsed.Should().BePositive();
        failure.AttemptCount.Should().Be(1);
    }

    [Fact]
    public async Task Headers_OfAView_GoOutWithEachAttempt()
    {
        await using var server = new ScriptedServer(Unavailable, StubResponse.Json(200, """{"member":{"id":"m"}}"""), StubResponse.Json(200, """{"member":{"id":"m"}}"""));
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1)));

        await inbox.WithOptions(options => options with { Headers = new Dictionary<string, string> { ["X-Team"] = "sales" } }).Members.GetAsync("m");
        await inbox.Members.GetAsync("m");

        server.Requests.Select(request => request.Headers.GetValueOrDefault("X-Team")).Should().Equal("sales", "sales", null);
    }

    [Theory]
    [InlineData("Authorization", "Bearer other")]
    [InlineData("content-type", "text/plain")]
    [InlineData("X-Team", "a\r\nX-Other: b")]
    [InlineData("not a name", "the value")]
    public void Headers_TheClientsOwnOrNone_AreRefusedWithoutTheirValue(string name, string value)
    {
        using var inbox = InboxClient.Create(new() { Token = "t" }, new RecordingHandler());

        inbox.Invoking(client => client.WithOptions(options => options with { Headers = new Dictionary<string, string> { [name] = value } }))
            .Should().Throw<ArgumentException>().Which.Message.Should().NotContain(value);
    }

    [Fact]
    public void Options_OutsideOfTheirRanges_AreRefused()
    {
        using var inbox = InboxClient.Create(new() { Token = "t" }, new RecordingHandler());
        Func<InboxRequestOptions, InboxRequestOptions>[] wrong =
        [
            options => options with { Deadline = TimeSpan.Zero }, options => options with { Deadline = TimeSpan.FromDays(2) }, options => options with { MaxRetries = -1 },
            options => options with { MaxRetries = 11 }, options => options with { Priority = (RateLimitPriority)7 }, _ => null!,
        ];

        foreach (var configure in wrong)
            inbox.Invoking(client => client.WithOptions(configure)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task OnResponse_OfARetriedCall_ReceivesTheLastResponse()
    {
        await using var server = new ScriptedServer(
            Unavailable,
            StubResponse.Json(200, """{"member":{"id":"m"}}""", "X-Request-Id: req_1", "X-RateLimit-Limit: 100", "X-RateLimit-Remaining: 7", "X-RateLimit-Reset: 1764547200"));
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1)));
        var responses = new List<InboxResponse>();

        await inbox.WithOptions(options => options with { OnResponse = responses.Add }).Members.GetAsync("m");

        responses.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Operation = "members.get",
            StatusCode = HttpStatusCode.OK,
            RequestId = "req_1",
            AttemptCount = 2,
            RateLimit = 100,
            RateLimitRemaining = 7,
            RateLimitReset = DateTimeOffset.FromUnixTimeSeconds(1764547200),
        });
    }

    [Fact]
    public async Task OnResponse_OfAFailedCall_ReceivesItsResponse()
    {
        await using var server = new ScriptedServer(StubResponse.Json(404, """{"error":{"code":"MEMBER_NOT_FOUND"}}""", "X-Request-Id: req_2"));
        using var inbox = server.CreateClient();
        var responses = new List<InboxResponse>();

        var exception = await Record.ExceptionAsync(() => inbox.WithOptions(options => options with { OnResponse = responses.Add }).Members.GetAsync("m"));

        responses.Should().ContainSingle().Which.Should().BeEquivalentTo(new { StatusCode = HttpStatusCode.NotFound, RequestId = "req_2", AttemptCount = 1 });
        exception.Should().BeOfType<InboxNotFoundException>().Which.Should().BeEquivalentTo(new { Operation = "members.get", RequestId = "req_2" });
        ((InboxException)exception!).Elapsed.Should().BeGreaterThanOrEqualTo(responses[0].Elapsed);
    }

    [Fact]
    public async Task OnResponse_OfACallOfSeveralRequests_IsInvokedForEach()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = sandbox.CreateClient(options => options.NameCacheDuration = TimeSpan.Zero);
        var operations = new List<string>();
        var view = inbox.WithOptions(options => options with { OnResponse = response => operations.Add(response.Operation) });

        var prospect = (await view.Prospects.ListAsync().ToListAsync()).First(prospect => prospect.Tags.Count > 0);
        operations.Clear();
        await view.Prospects.GetAsync(prospect.Id, ProspectExpand.IsDone);

        operations.Should().Equal("threads.list", "contacts.get");
    }

    [Fact]
    public async Task OnResponse_Throws_IsLoggedAndTheCallReturns()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"member":{"id":"m"}}"""));
        using var logs = new LogRecorder();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(logs));
        services.AddInboxClient(options => (options.Token, options.BaseAddress) = ("t", server.BaseAddress));
        await using var provider = services.BuildServiceProvider();
        var inbox = provider.GetRequiredService<IInboxClient>().WithOptions(options => options with { OnResponse = _ => throw new InvalidOperationException("The application's own.") });

        (await inbox.Members.GetAsync("m")).Id.Should().Be("m");

        logs.Own.Should().ContainSingle(entry => entry.Event.Name == "OnResponseFailed");
    }

    [Fact]
    public async Task Priority_OfAView_IsThatOfItsRequests()
    {
        var limiter = new RateLimiting.CustomRateLimiter();
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = sandbox.CreateClient(options => options.RateLimit.Limiter = limiter);
        var bulk = inbox.WithOptions(options => options with { Priority = RateLimitPriority.Bulk });

        await bulk.Tags.ListAsync().ToListAsync();
        await inbox.V2.WithOptions(options => options with { Priority = RateLimitPriority.Bulk }).Tags.ListAsync().ToListAsync();
        using (RateLimitScope.Begin(RateLimitPriority.Bulk))
            await bulk.WithOptions(options => options with { Priority = RateLimitPriority.Interactive }).Tags.ListAsync().ToListAsync();
        await inbox.Tags.ListAsync().ToListAsync();

        limiter.Requests.Select(request => request.Priority).Should().Equal(
            RateLimitPriority.Bulk, RateLimitPriority.Bulk, RateLimitPriority.Interactive, RateLimitPriority.Interactive);
    }

    [Fact]
    public void WithOptions_IsCheap()
    {
        using var inbox = InboxClient.Create(new() { Token = "t" }, new RecordingHandler());
        Func<InboxRequestOptions, InboxRequestOptions> configure = static options => options with { MaxRetries = 0 };
        _ = (inbox.WithOptions(configure), inbox.V2.WithOptions(configure));

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = inbox.WithOptions(configure);
        var facade = GC.GetAllocatedBytesForCurrentThread();
        _ = inbox.V2.WithOptions(configure);
        var v2 = GC.GetAllocatedBytesForCurrentThread();

        (facade - before).Should().BeLessThanOrEqualTo(300);
        (v2 - facade).Should().BeLessThanOrEqualTo(300);
    }

    [Theory]
    [InlineData(InboxApiVersion.V1)]
    [InlineData(InboxApiVersion.V2)]
    public async Task List_FailsInTheMiddle_CanBeResumedFromTheException(InboxApiVersion version)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 30 });
        using var inbox = sandbox.CreateClient(options => (options.BaseAddress, options.Retry.MaxRetries) = (version == InboxApiVersion.V1 ? sandbox.V1BaseAddress : sandbox.BaseAddress, 0));
        var all = await inbox.Threads.ListAsync(new() { PageSize = 10 }).ToListAsync();
        var read = new List<InboxThread>();
        InboxException? failure = null;
        try
        {
            await foreach (var page in inbox.Threads.ListAsync(new() { PageSize = 10 }).AsPages())
            {
                read.AddRange(page.Items);
                sandbox.Faults.HitNext(SandboxFault.Error("internal"));
            }
        }
        catch (InboxException exception)
        {
            failure = exception;
        }

        await foreach (var page in inbox.Threads.ListAsync(new() { PageSize = 10 }).AsPages(failure!.ContinuationToken))
            read.AddRange(page.Items);

        read.Select(thread => thread.Id).Should().Equal(all.Select(thread => thread.Id));
    }

    [Fact]
    public async Task Retries_TheBudgetIsUsedUp_SayThatTheyWereRefused()
    {
        await using var server = new ScriptedServer(Enumerable.Repeat(Unavailable, 100));
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromTicks(1)));
        var exceptions = new List<InboxException>();

        for (var i = 0; i < 40; i++)
            exceptions.Add((InboxException)(await Record.ExceptionAsync(() => inbox.Members.GetAsync("m")))!);

        exceptions.Select(exception => exception.IsRetryBudgetExhausted).Should().Equal(Enumerable.Range(0, 40).Select(i => i >= 500 / 14), "500 tokens are 35 retries of 14");
    }
}
