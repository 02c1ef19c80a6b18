using System.Diagnostics;
using InboxSdk.Tests.Diagnostics;
using InboxSdk.Tests.Support;
using InboxSdk.V2;

namespace InboxSdk.Tests.Events;

/// <summary>The status of a processor, its metrics, and the activities of its handler.</summary>
public class EventProcessorStatusTests
{
    private readonly EventLog _log = new();

    [Fact]
    public async Task Wake_WithAnEventThatIsProcessed_CausesNoRequest()
    {
        _log.Add(3);
        await using var run = new ProcessorRun(_log, new MemoryEventCheckpointStore());
        await run.HandledAsync(3);
        await run.Clock.NextWaitAsync();

        run.Processor.Wake(3);

        run.Processor.Status.Should().BeEquivalentTo(new { WokenAt = run.Clock.GetUtcNow(), IsCaughtUp = true });
        _log.Add(1);
        run.Processor.Wake(4);
        (await run.HandledAsync(1)).Should().Equal(4);
        _log.Reads.Should().HaveCount(2);
    }

    [Fact]
    public async Task Status_WhileEventsWait_TellsHowManyAndSinceWhen()
    {
        _log.Add(2);
        var release = new TaskCompletionSource();
        await using var run = new ProcessorRun(_log, new MemoryEventCheckpointStore(), handler: (item, token) => item.Seq > 2 ? release.Task.WaitAsync(token) : Task.CompletedTask);
        await run.HandledAsync(2);
        await run.Clock.NextWaitAsync();
        var caughtUp = run.Processor.Status;
        _log.Add(3);
        var rungAt = run.Clock.GetUtcNow();
        run.Processor.Wake(5);
        await Eventually.BeTrueAsync(() => _log.Reads.Count == 2);
        run.Clock.Advance(TimeSpan.FromMinutes(7));

        var behind = run.Processor.Status;
        release.SetResult();
        await run.HandledAsync(3);
        await run.Clock.NextWaitAsync();

        caughtUp.Should().BeEquivalentTo(new { IsRunning = true, Seq = 2L, LatestSeq = 2L, PendingCount = 0L, IsCaughtUp = true, WokenAt = (DateTimeOffset?)null });
        behind.Should().BeEquivalentTo(new { IsRunning = true, Seq = 2L, LatestSeq = 5L, PendingCount = 3L, IsCaughtUp = false, WokenAt = rungAt, BehindSince = rungAt });
        run.Processor.Status.Should().BeEquivalentTo(new { Seq = 5L, LatestSeq = 5L, IsCaughtUp = true, BehindSince = (DateTimeOffset?)null });
        await run.Processor.StopAsync();
        await run.Running;
        run.Processor.Status.IsRunning.Should().BeFalse();
    }

    [Fact]
    public async Task Status_ApiIsDown_IsBehindSinceTheFirstFailure()
    {
        await using var run = new ProcessorRun(_log, new MemoryEventCheckpointStore());
        await run.PassAsync();
        var wait = await run.Clock.NextWaitAsync();
        _log.Fail([.. Enumerable.Range(0, 9).Select(_ => new InboxTransportException("Connection refused."))]);
        run.Clock.Advance(wait);
        var failedAt = run.Clock.GetUtcNow();
        for (var i = 0; i < 8; i++)
            await run.PassAsync();
        wait = await run.Clock.NextWaitAsync();

        var behind = run.Processor.Status;
        run.Clock.Advance(wait);
        await run.Clock.NextWaitAsync();

        behind.Should().BeEquivalentTo(new { BehindSince = failedAt, IsCaughtUp = false, PendingCount = 0L });
        run.Processor.Status.IsCaughtUp.Should().BeTrue();
    }

    [Fact]
    public async Task Status_WebhookOfAnEventThatTheLogDoesNotHave_IsCaughtUpAfterTheNextRead()
    {
        _log.Add(1);
        await using var run = new ProcessorRun(_log, new MemoryEventCheckpointStore());
        await run.HandledAsync(1);
        await run.Clock.NextWaitAsync();
        // A second wake waits, so that the status before its read can be seen.
        run.Processor.Wake();
        await run.Clock.NextWaitAsync();

        run.Processor.Wake(1_000_000);
        var woken = run.Processor.Status;
        await run.PassAsync();
        await run.Clock.NextWaitAsync();

        (woken.PendingCount, woken.IsCaughtUp).Should().Be((999_999, false));
        run.Processor.Status.Should().BeEquivalentTo(new { LatestSeq = 1L, PendingCount = 0L, IsCaughtUp = true });
    }

    [Fact]
    public async Task Handler_Attempts_AreActivities_LinkedToTheWebhook()
    {
        using var telemetry = new TelemetryListener();
        using var request = new Activity("POST /hooks").Start();
        var attempts = 0;
        await using var run = new ProcessorRun(_log, new MemoryEventCheckpointStore(), handler: (item, _) => item.Seq == 1 && attempts++ == 0 ? throw new TimeoutException() : Task.CompletedTask);
        await run.Clock.NextWaitAsync();
        _log.Add(2);
        run.Processor.Wake(1);

        await run.PassAsync();
        await run.PassAsync();
        await run.HandledAsync(2);
        await run.Clock.NextWaitAsync();
        telemetry.Observe();

        var activities = telemetry.Activities.Where(activity => activity.OperationName == "process events").ToList();
        activities.Select(activity => (activity.GetTagItem("error.type"), activity.Status, activity.Links.Count())).Should().Equal(
            ("System.TimeoutException", ActivityStatusCode.Error, 1), (null, ActivityStatusCode.Unset, 1), (null, ActivityStatusCode.Unset, 0));
        activities[0].Links.Single().Context.Should().Be(request.Context);
        telemetry.Of("messaging.process.duration").Should().HaveCount(3);
        telemetry.Of("inbox.events.pending").Should().Contain(one => one.Value == 0);
        telemetry.Of("inbox.events.behind").Should().NotBeEmpty();
    }
}
