using InboxSdk.Tests.Diagnostics;
using InboxSdk.Tests.Support;
using InboxSdk.V2;

namespace InboxSdk.Tests.Events;

/// <summary>Tests a processor whose checkpoint can be lost to another process.</summary>
public sealed class EventStandbyTests : IDisposable
{
    private readonly EventLog _log = new();
    private readonly SharedStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Run_CheckpointIsHeldByAnother_StandsBy_AndForwardsWebhooks()
    {
        _log.Add(2);
        _store.Block();
        await using var run = new ProcessorRun(_log, _store);

        run.Processor.Wake(2);
        run.Processor.Wake();
        var standby = run.Processor.Status;
        _store.Grant();
        await run.HandledAsync(2);

        standby.Should().BeEquivalentTo(new { IsRunning = true, IsStandby = true, PendingCount = 0L, BehindSince = (DateTimeOffset?)null, WokenAt = run.Clock.GetUtcNow() });
        run.Processor.Status.Should().BeEquivalentTo(new { IsRunning = true, IsStandby = false });
        _store.Forwarded.Should().Equal(2, null);
    }

    [Fact]
    public async Task Wake_ForwardingFails_IsLoggedOncePerInterruption()
    {
        _store.Block();
        await using var run = new ProcessorRun(_log, _store);

        foreach (var fails in new[] { true, true, false, true })
        {
            _store.FailsToForward = fails;
            run.Processor.Wake(1);
        }

        run.Logged.Should().Equal("WakeNotForwarded", "WakeNotForwarded");
        _store.Forwarded.Should().Equal(1);
    }

    [Fact]
    public async Task Run_AnotherForwardsAWebhook_ReadsAtOnce()
    {
        _log.Add(1);
        await using var run = new ProcessorRun(_log, _store);
        await run.HandledAsync(1);
        await run.PassAsync();

        _log.Add(2);
        _store.ForwardFromAnother(3);

        // Without any time passing.
        (await run.HandledAsync(2)).Should().Equal(2, 3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_StoreReturnsWithoutAWebhookOrNever_HandlesAndStopsAllTheSame(bool returns)
    {
        _log.Add(2);
        _store.Wake = returns ? Task.FromResult<long?>(null) : new TaskCompletionSource<long?>().Task;
        await using var run = new ProcessorRun(_log, _store);

        (await run.HandledAsync(2)).Should().Equal(1, 2);
        await run.Processor.StopAsync().WaitAsync(TestTimeout.Token());

        run.Processor.Status.IsRunning.Should().BeFalse();
    }

    [Fact]
    public async Task Run_EndsByAFault_NoLongerWaitsForWebhooks()
    {
        _log.Add(1);
        using var processor = new InboxEventProcessor(
            _log,
            async (_, _) =>
            {
                await Eventually.BeTrueAsync(() => _store.HasReader);
                throw new InvalidOperationException("The application's own.");
            },
            new() { Checkpoint = _store, MaxRetries = 0, FailureMode = EventFailureMode.Stop });

        await processor.Awaiting(it => it.RunAsync()).Should().ThrowAsync<EventProcessingException>();

        // The run ends as soon as its token is cancelled; the store may note it later.
        await Eventually.BeTrueAsync(() => !_store.HasReader);
    }

    [Fact]
    public async Task Run_CheckpointIsLost_CancelsTheHandler_AndResumesAtTheNumberOfTheOther()
    {
        _log.Add(5);
        var started = new TaskCompletionSource();
        await using var run = new ProcessorRun(_log, _store, handler: async (item, token) =>
        {
            if (item.Seq != 3)
                return;
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        await run.HandledAsync(2);
        await started.Task.WaitAsync(TestTimeout.Token());

        _store.Block();
        _store.Lose();
        await Eventually.BeTrueAsync(() => run.Processor.Status.IsStandby);
        run.Processor.Status.Should().BeEquivalentTo(new { IsRunning = true, Seq = (long?)null, LatestSeq = (long?)null, IsCaughtUp = false });
        _store.Seq = 4;
        _store.Grant();

        (await run.HandledAsync(1)).Should().Equal(5);
        run.Logged.Should().Equal("EventCheckpointLost");
        _store.ClosedCount.Should().Be(1);
    }

    [Fact]
    public async Task Run_WriteIsRejected_StandsBy_WithoutARetry()
    {
        _log.Add(2);
        _store.LosesAtWrite = true;
        await using var run = new ProcessorRun(_log, _store);
        await run.HandledAsync(1);

        // The checkpoint is open again, and the event is repeated.
        (await run.HandledAsync(2)).Should().Equal(1, 2);
        run.Logged.Should().Equal("EventCheckpointLost");
    }

    [Fact]
    public async Task Run_CheckpointCannotBeOpenedAgain_RetriesUntilItCan()
    {
        _log.Add(2);
        await using var run = new ProcessorRun(_log, _store);
        await run.HandledAsync(2);
        await run.Clock.NextWaitAsync();
        _store.OpenFailures = 3;

        _store.Lose();
        var waits = new[] { await run.PassAsync(), await run.PassAsync(), await run.PassAsync() };
        _log.Add(1);
        run.Processor.Wake();

        (await run.HandledAsync(1)).Should().Equal(3);
        waits.Should().Equal(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
        run.Logged.Should().Equal("EventCheckpointLost", "EventCheckpointUnavailable");
    }

    [Fact]
    public async Task Run_CheckpointCannotBeOpened_IsBehind_UntilAnotherProcessHasIt()
    {
        _log.Add(1);
        _store.IsHeld = true;
        using var telemetry = new TelemetryListener();
        await using var run = new ProcessorRun(_log, _store);

        var delay = await run.Clock.NextWaitAsync();
        var held = run.Processor.Status;
        _store.OpenFailures = 2;
        var failed = await AfterDelayAsync();
        var since = run.Clock.GetUtcNow();
        delay = TimeSpan.FromSeconds(4711);
        var failedAgain = await AfterDelayAsync();
        telemetry.Observe();
        var heldAgain = await AfterDelayAsync();
        _store.OpenFailures = 1;
        await AfterDelayAsync();
        _store.IsHeld = false;
        run.Clock.Advance(delay);
        await run.HandledAsync(1);

        held.Should().BeEquivalentTo(new { IsRunning = true, IsStandby = true, BehindSince = (DateTimeOffset?)null });
        failed.Should().BeEquivalentTo(new { IsRunning = true, IsStandby = true, BehindSince = since });
        failedAgain.BehindSince.Should().Be(since);
        telemetry.Of("inbox.events.behind").Should().Contain(one => one.Value == 4711);
        heldAgain.Should().BeEquivalentTo(new { IsStandby = true, BehindSince = (DateTimeOffset?)null });
        run.Logged.Should().Equal("EventCheckpointUnavailable", "EventCheckpointUnavailable");

        async Task<EventProcessorStatus> AfterDelayAsync()
        {
            run.Clock.Advance(delay);
            delay = await run.Clock.NextWaitAsync();
            return run.Processor.Status;
        }
    }

    [Fact]
    public async Task Run_FirstOpenFails_Throws()
    {
        _store.OpenFailures = 1;
        await using var run = new ProcessorRun(_log, _store);

        await run.Running.Awaiting(it => it).Should().ThrowAsync<EventCheckpointException>();

        run.Processor.Status.Should().BeEquivalentTo(new { IsRunning = false, IsStandby = false });
    }

    [Fact]
    public async Task Run_HandlerFailsBecauseItWasCancelled_StandsBy()
    {
        _log.Add(1);
        await using var run = new ProcessorRun(_log, _store, options => options.MaxRetries = 0, (_, _) =>
        {
            _store.Block();
            _store.Lose();
            throw new InvalidOperationException("The application's own.");
        });

        // The handler was cancelled, so its exception is no failure of the event.
        await Eventually.BeTrueAsync(() => run.Processor.Status.IsStandby && run.Logged.Contains("EventCheckpointLost"));
        run.Running.IsFaulted.Should().BeFalse();
    }

    [Fact]
    public async Task Stop_InStandby_Ends()
    {
        _store.Block();
        await using var run = new ProcessorRun(_log, _store);

        await run.Processor.StopAsync().WaitAsync(TestTimeout.Token());

        await run.Running;
        run.Processor.Status.IsRunning.Should().BeFalse();
    }
}
