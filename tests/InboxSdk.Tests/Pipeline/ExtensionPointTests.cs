using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using InboxSdk.Tests.Diagnostics;
using InboxSdk.Tests.RateLimiting;
using InboxSdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Pipeline;

/// <summary>The exception names a failed extension point of the application and does not hide the result of the request.</summary>
public class ExtensionPointTests
{
    private const string Created = """{"tag":{"id":"t"}}""";

    [Fact]
    public async Task CreateTag_OwnQuotaFailsToAcquire_IsTypedAndSentNothing()
    {
        await using var server = new ScriptedServer();
        using var inbox = server.CreateClient(options => options.RateLimit.Limiter = new CustomRateLimiter { Acquiring = Fail });

        var exception = (await Record.ExceptionAsync(() => CreateAsync(inbox))).Should().BeOfType<InboxException>().Which;

        exception.Should().BeEquivalentTo(new { AttemptCount = 0, MayHaveTakenEffect = false });
        exception.Message.Should().Contain("RateLimit.Limiter").And.Contain("Nothing was sent.");
        exception.InnerException.Should().BeOfType<NotSupportedException>();
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateContext_OwnQuotaFailsBeforeTheRetry_KeepsTheTruthOfTheWrite()
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"));
        var limiter = new CustomRateLimiter();
        using var inbox = server.CreateClient(options => (options.RateLimit.Limiter, options.Retry.MaxRetries, options.Retry.BaseDelay) = (limiter, 1, TimeSpan.FromMilliseconds(1)));
        limiter.Completing = (_, _) =>
        {
            limiter.Acquiring = Fail;
            return default;
        };

        var exception = (await Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("p", new() { Notes = "x" }))).Should().BeOfType<InboxException>().Which;

        exception.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = true });
    }

    [Fact]
    public async Task CreateTag_OwnQuotaFailsToTakeTheReport_StillReturnsTheTag()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Created));
        using var logs = new LogRecorder();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(logs));
        services.AddInboxClient(options => (options.Token, options.BaseAddress, options.RateLimit.Limiter) = ("t", server.BaseAddress, new CustomRateLimiter { Completing = (_, _) => throw new NotSupportedException("Redis is down.") }));
        await using var provider = services.BuildServiceProvider();

        (await CreateAsync(provider.GetRequiredService<IInboxClient>())).Id.Should().Be("t");

        logs.Entries.Should().ContainSingle(entry => entry.Text.Contains("permit"));
    }

    [Fact]
    public void QuotaLeft_OneSnapshotFails_ShowsTheOthers()
    {
        using var failing = InboxClient.Create(new() { Token = "t", RateLimit = { Limiter = new CustomRateLimiter { Snapshot = () => throw new NotSupportedException("Redis is down.") } } }, new RecordingHandler());
        using var healthy = InboxClient.Create(new() { Token = "t", BaseAddress = new Uri("https://inbox.test/api/v1"), RateLimit = { Writes = [new() { Limit = 41_897, Length = TimeSpan.FromMinutes(1) }] } }, new RecordingHandler());
        var left = new List<long>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Name == "inbox.client.rate_limit.remaining") self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => left.Add(value));
        listener.Start();

        listener.RecordObservableInstruments();

        left.Should().Contain(41_897);
    }

    [Fact]
    public async Task TokenProvider_FailsAfterTheAttempt_IsNotLeftUnobserved()
    {
        var unobserved = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        void See(object? sender, UnobservedTaskExceptionEventArgs arguments) => unobserved.Enqueue(arguments.Exception);
        TaskScheduler.UnobservedTaskException += See;
        try
        {
            (await FailLateAsync()).Should().BeOfType<InboxTimeoutException>().Which.AttemptCount.Should().Be(0);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= See;
        }

        unobserved.Should().NotContain(exception => exception.ToString().Contains("The vault is late."));
    }

    // In a separate method, so that no local variable keeps the objects alive during the garbage collection.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<Exception> FailLateAsync()
    {
        var token = new TaskCompletionSource<string>();
        var clock = new TestClock();
        using var inbox = InboxClient.Create(
            new() { TokenProvider = _ => new(token.Task), BaseAddress = new Uri("https://inbox.test/api/v2"), TimeProvider = clock, Retry = { MaxRetries = 0 } }, new RecordingHandler());
        var call = Record.ExceptionAsync(() => inbox.V2.Team.GetAsync());
        clock.Advance(TimeSpan.FromSeconds(30));
        var exception = await call;
        token.SetException(new NotSupportedException("The vault is late."));
        return exception;
    }

    private static Task<Tag> CreateAsync(IInboxClient inbox) => inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" });

    private static void Fail() => throw new NotSupportedException("Redis is down.");
}
