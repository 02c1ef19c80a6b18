using InboxSdk.Tests.Events;
using InboxSdk.Tests.RateLimiting;
using InboxSdk.Tests.Support;
using InboxSdk.V2;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Diagnostics;

public class LogTests
{
    private const string Found = """{"prospect":{"id":"p"}}""";
    private static readonly string[] Announcement = ["Deprecation: true", "Sunset: Thu, 03 Dec 2026 00:00:00 GMT"];

    [Fact]
    public async Task EachMessage_HasTheIdTheNameAndTheLevelOfThePage()
    {
        var logs = await LogsOfAsync(
            async inbox =>
            {
                await inbox.WithOptions(options => options with { OnResponse = _ => throw new InvalidOperationException("The application's own.") }).Prospects.GetAsync("p");
                await Record.ExceptionAsync(() => inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" }));
            },
            options => (options.OnDeprecation, options.RateLimit.Limiter) = (_ => throw new InvalidOperationException("The application's own."), FailsOnce()),
            StubResponse.Json(503, "{}"), StubResponse.Json(200, Found, Announcement), StubResponse.Disconnect());
        var waiting = await LogsOfAsync(
            async inbox =>
            {
                await inbox.Prospects.GetAsync("p");
                using var left = new Leaving();
                using (RateLimitScope.Begin(RateLimitPriority.Bulk, left))
                    await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("p", cancellationToken: left.Token));
            },
            options => options.RateLimit.Reads = [new() { Limit = 1, Length = TimeSpan.FromHours(1) }],
            StubResponse.Json(200, Found));
        var limited = await LogsOfAsync(
            inbox => Record.ExceptionAsync(() => ((InboxClient)inbox).V2.Threads.DeleteAsync("thr1")),
            options => options.BaseAddress = new Uri(options.BaseAddress!, "/api/v2"),
            StubResponse.Json(429, """{"code":"platformRateLimited","message":"m","details":{"retryAfterSeconds":600},"requestId":"r"}"""));

        var events = await LogsOfEventsAsync();
        var standby = await LogsOfStandbyAsync();

        var unreleased = await LogsOfUnreleasedEventAsync();
        var unclosed = await LogsOfUnclosedCheckpointAsync();

        LogRecorder[] all = [logs, waiting, limited, events, standby, unreleased, unclosed];
        all.SelectMany(recorder => recorder.Own).Select(entry => (entry.Event.Id, entry.Event.Name!, entry.Level)).Distinct().Should().BeEquivalentTo(ObservabilityPage.LogMessages);
    }

    // The first request fails, the first event follows a gap, and its handler always fails.
    private static async Task<LogRecorder> LogsOfEventsAsync()
    {
        var log = new EventLog();
        log.Add(9);
        log.Expire(upTo: 8);
        log.Fail(new InboxTransportException("Connection refused."));
        var logs = new LogRecorder();
        var clock = new TestClock();
        var skipped = new TaskCompletionSource();
        using var processor = new InboxEventProcessor(log, (_, _) => throw new InvalidOperationException("The application's own."), new()
        {
            Checkpoint = new MemoryEventCheckpointStore(1),
            MaxRetries = 1,
            FailureMode = EventFailureMode.Skip,
            OnFailed = (_, _, _) =>
            {
                skipped.SetResult();
                return Task.CompletedTask;
            },
            OnGap = (_, _) => throw new InvalidOperationException("The application's own."),
            Logger = logs.CreateLogger("InboxSdk"),
            TimeProvider = clock,
        });
        var running = processor.RunAsync();
        await clock.PassWaitsAsync(skipped.Task);
        await processor.StopAsync();
        await running;
        return logs;
    }

    // The checkpoint is lost, and cannot be opened again at once. A webhook cannot be forwarded in the meantime.
    private static async Task<LogRecorder> LogsOfStandbyAsync()
    {
        var log = new EventLog();
        log.Add(1);
        using var store = new SharedStore();
        await using var run = new ProcessorRun(log, store);
        await run.HandledAsync(1);
        await run.Clock.NextWaitAsync();
        store.OpenFailures = 1;
        store.Lose();
        store.FailsToForward = true;
        await Eventually.BeTrueAsync(() => run.Logged.Contains("EventCheckpointUnavailable"));
        run.Processor.Wake(2);
        await run.PassAsync();
        log.Add(1);
        run.Processor.Wake();
        await run.HandledAsync(1);
        return run.Logs;
    }

    private static async Task<LogRecorder> LogsOfUnreleasedEventAsync()
    {
        var log = new EventLog();
        log.Add(1);
        var store = new FailingProcessedStore { FailsToRelease = true };
        await using var run = new ProcessorRun(
            log, new MemoryEventCheckpointStore(), options => (options.ProcessedEvents, options.MaxRetries) = (store, 0), (_, _) => throw new InvalidOperationException("The application's own."));
        await Record.ExceptionAsync(() => run.Running.WaitAsync(TestTimeout.Token()));
        return run.Logs;
    }

    private static async Task<LogRecorder> LogsOfUnclosedCheckpointAsync()
    {
        var log = new EventLog();
        log.Add(1);
        await using var run = new ProcessorRun(
            log, new OwnStore { DisposeFailureCount = 1 }, options => options.MaxRetries = 0, (_, _) => throw new InvalidOperationException("The application's own."));
        await Record.ExceptionAsync(() => run.Running.WaitAsync(TestTimeout.Token()));
        return run.Logs;
    }

    [Fact]
    public async Task AnnouncedEnd_InEveryResponse_IsWarnedOfOnce()
    {
        var response = StubResponse.Json(200, Found, Announcement);

        var logs = await LogsOfAsync(
            async inbox =>
            {
                for (var i = 0; i < 3; i++)
                    await inbox.Prospects.GetAsync("p");
            },
            _ => { },
            response, response, response);

        var warning = logs.Own.Should().ContainSingle(entry => entry.Event.Name == "Deprecated").Subject;
        warning.Level.Should().Be(LogLevel.Warning);
        warning.Text.Should().Contain("V1").And.Contain("2026");
    }

    [Fact]
    public async Task Create_V1_WarnsOnceWithTheDate()
    {
        var logs = await LogsOfAsync(async inbox => await inbox.Prospects.GetAsync("p"), _ => { }, StubResponse.Json(200, Found));

        logs.Own.Should().ContainSingle(entry => entry.Level == LogLevel.Warning).Which.Text.Should().Contain("3 December 2026").And.Contain("v2");
    }

    [Fact]
    public async Task Create_V2_DoesNotWarn()
    {
        var logs = await LogsOfAsync(
            async inbox => await inbox.Tags.ListAsync().ToListAsync(),
            options => options.BaseAddress = new Uri(options.BaseAddress!, "/api/v2"),
            StubResponse.Json(200, """{"data":[],"nextCursor":null}"""));

        logs.Own.Should().NotContain(entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Retry_AfterABrokenConnection_NamesTheExceptionInFull()
    {
        var logs = await LogsOfAsync(inbox => inbox.Prospects.GetAsync("p"), _ => { }, StubResponse.Disconnect(), StubResponse.Json(200, Found));

        logs.Own.Should().ContainSingle(entry => entry.Event.Name == "Retrying").Which.Text.Should().Contain(typeof(InboxTransportException).FullName);
    }

    /// <summary>Cancels a call that begins to wait for the rate limit, and throws.</summary>
    private sealed class Leaving : IProgress<RateLimitWait>, IDisposable
    {
        private readonly CancellationTokenSource _source = new();

        public CancellationToken Token => _source.Token;

        public void Report(RateLimitWait value)
        {
            _source.Cancel();
            throw new InvalidOperationException("The application's own.");
        }

        public void Dispose() => _source.Dispose();
    }

    private static async Task<LogRecorder> LogsOfAsync(Func<IInboxClient, Task> calls, Action<InboxClientOptions> configure, params StubResponse[] responses)
    {
        var logs = new LogRecorder();
        await using var server = new ScriptedServer(responses);
        await using var provider = new ServiceCollection().Also(services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
            services.AddInboxClient(options =>
            {
                (options.Token, options.BaseAddress) = (ScriptedServerExtensions.Token, server.BaseAddress);
                (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1));
                configure(options);
            });
        }).BuildServiceProvider();
        await calls(provider.GetRequiredService<IInboxClient>());
        return logs;
    }

    // The first permit of the rate limiter cannot be completed.
    private static CustomRateLimiter FailsOnce()
    {
        var hasFailed = false;
        return new()
        {
            Completing = (_, _) =>
            {
                if (hasFailed)
                    return default;
                hasFailed = true;
                throw new InvalidOperationException("The application's own.");
            },
        };
    }
}
