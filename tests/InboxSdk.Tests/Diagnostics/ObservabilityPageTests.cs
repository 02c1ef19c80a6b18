using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using InboxSdk.Diagnostics;
using InboxSdk.Pipeline;
using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;
using InboxSdk.V1;
using InboxSdk.V2;
using Microsoft.Extensions.Logging;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Diagnostics;

/// <summary>The page lists every tag, instrument, log message and operation, and nothing else.</summary>
public class ObservabilityPageTests
{
    [Fact]
    public async Task Traces_AreThoseOfThePage()
    {
        using var telemetry = await EverythingAsync();

        var calls = telemetry.Activities.Where(activity => activity.Kind == ActivityKind.Internal);
        calls.SelectMany(activity => activity.TagObjects.Select(tag => tag.Key)).Distinct().Should().BeEquivalentTo(ObservabilityPage.Tags);
        var processed = telemetry.Activities.Where(activity => activity.Kind == ActivityKind.Consumer);
        processed.SelectMany(activity => activity.TagObjects.Select(tag => tag.Key)).Distinct().Should().BeEquivalentTo(ObservabilityPage.EventTags);
        var events = telemetry.Activities.SelectMany(activity => activity.Events).ToList();
        events.Select(one => one.Name).Distinct().Should().Equal("retry");
        events.SelectMany(one => one.Tags.Select(tag => tag.Key)).Distinct().Should().BeEquivalentTo(ObservabilityPage.RetryTags);
        telemetry.Sampled.Where(tags => tags.ContainsKey("inbox.operation")).Should().OnlyContain(tags => tags.Keys.SequenceEqual(ObservabilityPage.Tags.Take(5)), "the page says that these are set at the start");
    }

    [Fact]
    public async Task Instruments_AreThoseOfThePage()
    {
        using var telemetry = await EverythingAsync();

        telemetry.Instruments.Select(instrument => (instrument.Name, Kind(instrument), instrument.Unit)).Should().BeEquivalentTo(
            ObservabilityPage.Instruments.Select(promised => (promised.Name, promised.Kind, promised.Unit)));
    }

    [Fact]
    public async Task MetricTags_AreThoseOfThePage()
    {
        using var telemetry = await EverythingAsync();

        foreach (var promised in ObservabilityPage.Instruments)
        {
            var measured = telemetry.Of(promised.Name);
            measured.SelectMany(one => one.Tags.Keys).Distinct().Should().BeEquivalentTo(promised.Tags, promised.Name);
            if (promised.Values.Count > 0)
                measured.SelectMany(one => one.Tags).Where(tag => tag is { Key: not "inbox.operation", Value: string }).Select(tag => (string)tag.Value!).Should().BeSubsetOf(promised.Values);
        }
    }

    [Fact]
    public void LogMessages_AreThoseOfThePage()
    {
        var messages = typeof(Log).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()!);

        messages.Select(message => (message.EventId, message.EventName!, message.Level)).Should().BeEquivalentTo(ObservabilityPage.LogMessages);
    }

    [Fact]
    public void Operations_AreThoseOfThePage()
    {
        ObservabilityPage.Operations("v1").Should().BeEquivalentTo(DeclaredOperations.V1.Select(one => one.Operation.Name));
        ObservabilityPage.Operations("v2").Should().BeEquivalentTo(DeclaredOperations.V2.Select(one => one.Operation.Name));
    }

    /// <summary>Runs calls that produce all telemetry.</summary>
    private static async Task<TelemetryListener> EverythingAsync()
    {
        var telemetry = new TelemetryListener();
        var clock = new TestClock();
        await using var server = new ScriptedServer(
            StubResponse.Json(503, "{}"), StubResponse.Json(404, """{"error":{"code":"TAG_NOT_FOUND"}}""", "X-Request-Id: req_1"), StubResponse.Json(200, """{"tag":{"id":"t"}}"""), StubResponse.Text(200, "<html>"));
        using var inbox = server.CreateClient(options =>
        {
            options.TimeProvider = clock;
            options.Retry.MaxRetries = 1;
            options.RateLimit.Writes = [new() { Limit = 2, Length = TimeSpan.FromMinutes(1) }];
        });
        for (var i = 0; i < 3; i++)
        {
            var call = Record.ExceptionAsync(() => inbox.Tags.UpdateAsync("t", new() { Name = "VIP" }));
            await clock.PassWaitsAsync(call);
            await call;
        }

        // 500 tokens are 35 retries of 14: the next one is refused.
        await using var down = new ScriptedServer(Enumerable.Repeat(StubResponse.Json(503, "{}"), 71));
        using var failing = down.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay, options.RateLimit.IsEnabled) = (1, TimeSpan.FromTicks(1), false));
        for (var i = 0; i < 36; i++)
            await Record.ExceptionAsync(() => failing.Tags.UpdateAsync("t", new() { Name = "VIP" }));

        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3 });
        using var other = sandbox.CreateClient();
        await new BulkContextUpdater(other).UpdateAllAsync([new("prospect_abc123", new() { IsDone = true })]);

        // A handler that fails, and one that does not.
        var handled = new TaskCompletionSource();
        using var processor = new InboxEventProcessor(
            other.V2.Events,
            (item, _) => item.Seq == 1 ? throw new InvalidOperationException("The application's own.") : Task.FromResult(handled.TrySetResult()),
            new() { Checkpoint = new MemoryEventCheckpointStore(), MaxRetries = 0, FailureMode = EventFailureMode.Skip });
        sandbox.State.AddTag(new() { Id = "tag_1", Name = "One" });
        sandbox.State.AddTag(new() { Id = "tag_2", Name = "Two" });
        var running = processor.RunAsync();
        await handled.Task.WaitAsync(TestTimeout.Token());
        telemetry.Observe();
        await processor.StopAsync();
        await running;
        return telemetry;
    }

    private static string Kind(Instrument instrument) => instrument.GetType().GetGenericTypeDefinition() switch
    {
        var type when type == typeof(Histogram<>) => "histogram",
        var type when type == typeof(Counter<>) => "counter",
        var type when type == typeof(ObservableGauge<>) => "gauge",
        var type => type.Name,
    };
}
