using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;
using InboxSdk.V2;
using Microsoft.Extensions.Options;

namespace InboxSdk.Tests.Events;

public class InboxEventProcessorTests
{
    private readonly MemoryEventCheckpointStore _store = new();

    [Fact]
    public async Task Run_RetainedEvents_AreHandledInOrder_OverAllPages()
    {
        var log = new EventLog { PageSize = 10 };
        log.Add(95);
        await using var run = new ProcessorRun(log, _store);

        (await run.HandledAsync(95)).Should().Equal(Enumerable.Range(1, 95).Select(seq => (long)seq));

        await run.Clock.NextWaitAsync();
        _store.Seq.Should().Be(95);
        log.Reads.Should().Equal(0, 10, 20, 30, 40, 50, 60, 70, 80, 90);
        run.Processor.Status.Should().BeEquivalentTo(new { Seq = 95L, IsCaughtUp = true, ReadAt = run.Clock.GetUtcNow() });
    }

    [Fact]
    public async Task Run_Checkpoint_IsWrittenAfterTheHandler()
    {
        var log = new EventLog();
        log.Add(3);
        var seen = new List<long?>();
        await using var run = new ProcessorRun(log, _store, handler: (_, _) =>
        {
            seen.Add(_store.Seq);
            return Task.CompletedTask;
        });

        await run.HandledAsync(3);

        seen.Should().Equal(null, 1, 2);
    }

    [Fact]
    public async Task Run_AfterACrash_ResumesWithTheEventInHand()
    {
        var log = new EventLog();
        log.Add(5);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = new ProcessorRun(log, _store, handler: (item, token) =>
        {
            if (item.Seq != 3)
                return Task.CompletedTask;
            started.SetResult();
            return Task.Delay(Timeout.Infinite, token);
        });
        await using (first)
        {
            await first.HandledAsync(2);
            // The checkpoint is written between the two handlers.
            await started.Task.WaitAsync(TestTimeout.Token());
        }

        await using var second = new ProcessorRun(log, _store);

        (await second.HandledAsync(3)).Should().Equal(3, 4, 5);
    }

    [Fact]
    public async Task Run_NoEvents_PollsLessAndLessOften()
    {
        var log = new EventLog();
        await using var run = new ProcessorRun(log, _store, options => options.MaxDelay = TimeSpan.FromSeconds(5));

        var waits = new List<double>();
        for (var i = 0; i < 5; i++)
            waits.Add((await run.PassAsync()).TotalSeconds);
        var last = await run.Clock.NextWaitAsync();
        log.Add(1);
        run.Clock.Advance(last);

        waits.Should().Equal(1, 2, 4, 5, 5);
        await run.HandledAsync(1);
        (await run.Clock.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Wake_WhileWaiting_ReadsAtOnce()
    {
        var log = new EventLog();
        await using var run = new ProcessorRun(log, _store);
        for (var i = 0; i < 4; i++)
            await run.PassAsync();
        (await run.Clock.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(16));
        run.Clock.Advance(TimeSpan.FromSeconds(10));
        log.Add(2);

        run.Processor.Wake();

        (await run.HandledAsync(2)).Should().Equal(1, 2);
        log.Reads.Should().HaveCount(6);
        // Events that a webhook reported do not shorten the polling delay.
        (await run.Clock.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(16));
    }

    [Fact]
    public async Task Wake_ManyTimes_CausesOneRequestPerMinDelay()
    {
        var log = new EventLog();
        await using var run = new ProcessorRun(log, _store);
        await run.Clock.NextWaitAsync();

        run.Processor.Wake();
        await run.Clock.NextWaitAsync();
        log.Reads.Should().HaveCount(2);
        for (var i = 0; i < 100; i++)
            run.Processor.Wake();

        (await run.PassAsync()).Should().Be(TimeSpan.FromSeconds(1));
        await run.Clock.NextWaitAsync();
        log.Reads.Should().HaveCount(3);
    }

    [Fact]
    public async Task Wake_DuringARequest_CausesAnother()
    {
        var log = new EventLog();
        log.Add(1);
        InboxEventProcessor? processor = null;
        var set = new TaskCompletionSource();
        await using var run = new ProcessorRun(log, _store, handler: async (item, _) =>
        {
            await set.Task.WaitAsync(TestTimeout.Token());
            if (item.Seq != 1)
                return;
            log.Add(1);
            processor!.Wake();
        });
        processor = run.Processor;
        set.SetResult();

        await run.HandledAsync(1);
        (await run.PassAsync()).Should().Be(TimeSpan.FromSeconds(1));

        (await run.HandledAsync(1)).Should().Equal(2);
    }

    [Fact]
    public async Task Run_FilterExcludesEverything_MovesTheCheckpoint()
    {
        var log = new EventLog { PageSize = 10 };
        log.Add(30);
        await using var run = new ProcessorRun(log, _store, options => options.Query = new() { Types = [InboxEventType.CampaignPaused] });

        await run.Clock.NextWaitAsync();

        (_store.Seq, run.Handled().Count).Should().Be((30, 0));
        run.Logged.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_InitialSeq_IsUsedUntilThereIsACheckpoint()
    {
        var log = new EventLog();
        log.Add(9);
        await using (var first = new ProcessorRun(log, _store, options => options.InitialSeq = 7))
        {
            (await first.HandledAsync(2)).Should().Equal(8, 9);
            // The checkpoint is written after the handler.
            await first.Clock.NextWaitAsync();
        }

        log.Add(1);

        await using var second = new ProcessorRun(log, _store, options => options.InitialSeq = 3);

        (await second.HandledAsync(1)).Should().Equal(10);
    }

    [Fact]
    public async Task Run_Handler_IsRetriedWithBackOff()
    {
        var log = new EventLog();
        log.Add(2);
        var attempts = 0;
        await using var run = new ProcessorRun(log, _store, handler: (item, _) => item.Seq == 1 && ++attempts <= 3 ? throw new InvalidOperationException("The application's own.") : Task.CompletedTask);

        var waits = new List<double>();
        for (var i = 0; i < 3; i++)
            waits.Add((await run.PassAsync()).TotalSeconds);

        waits.Should().Equal(1, 2, 4);
        (await run.HandledAsync(2)).Should().Equal(1, 2);
        run.Logged.Should().Equal("EventHandlerRetrying", "EventHandlerRetrying", "EventHandlerRetrying");
    }

    [Fact]
    public async Task Run_HandlerFailsForGood_StopsBeforeTheEvent()
    {
        var log = new EventLog();
        log.Add(5);
        await using (var run = new ProcessorRun(log, _store, options => options.MaxRetries = 2, (item, _) => item.Seq == 3 ? throw new InvalidOperationException("The application's own.") : Task.CompletedTask))
        {
            var failure = Record.ExceptionAsync(() => run.Running);
            (await run.Clock.PassWaitsAsync(failure)).Should().HaveCount(2);

            var exception = (await failure).Should().BeOfType<EventProcessingException>().Subject;
            (exception.Event!.Seq, exception.InnerException!.Message).Should().Be((3, "The application's own."));
        }

        _store.Seq.Should().Be(2);
        await using var next = new ProcessorRun(log, _store);
        (await next.HandledAsync(3)).Should().Equal(3, 4, 5);
    }

    [Fact]
    public async Task Run_HandlerFailsForGoodAndIsSkipped_ReportsTheEvent()
    {
        var log = new EventLog();
        log.Add(3);
        var failed = new List<(long, string)>();
        await using var run = new ProcessorRun(
            log, _store,
            options =>
            {
                (options.MaxRetries, options.FailureMode) = (0, EventFailureMode.Skip);
                options.OnFailed = (item, exception, _) =>
                {
                    failed.Add((item.Seq, exception.Message));
                    return Task.CompletedTask;
                };
            },
            (item, _) => item.Seq == 2 ? throw new InvalidOperationException("The application's own.") : Task.CompletedTask);

        (await run.HandledAsync(2)).Should().Equal(1, 3);

        failed.Should().Equal((2, "The application's own."));
        await run.Clock.NextWaitAsync();
        (_store.Seq, run.Logged.Single()).Should().Be((3, "EventSkipped"));
    }

    [Fact]
    public async Task Run_OnFailedFails_StopsBeforeTheEvent()
    {
        var log = new EventLog();
        log.Add(3);
        await using var run = new ProcessorRun(
            log, _store,
            options => (options.MaxRetries, options.FailureMode, options.OnFailed) = (0, EventFailureMode.Skip, (_, _, _) => throw new InvalidOperationException("The callback's own.")),
            (item, _) => item.Seq == 2 ? throw new InvalidOperationException("The application's own.") : Task.CompletedTask);

        (await FluentActions.Awaiting(() => run.Running).Should().ThrowAsync<EventProcessingException>()).Which.InnerException!.Message.Should().Be("The callback's own.");

        _store.Seq.Should().Be(1);
    }

    [Fact]
    public async Task Run_ApiIsDownForAnHour_ResumesWithoutSpinning()
    {
        var log = new EventLog();
        log.Fail([.. Enumerable.Range(0, 65).Select(_ => new InboxTransportException("Connection refused."))]);
        log.Add(1);
        await using var run = new ProcessorRun(log, _store);

        var next = run.HandledAsync(1);
        var waits = await run.Clock.PassWaitsAsync(next);

        waits.Take(8).Select(wait => wait.TotalSeconds).Should().Equal(1, 2, 4, 8, 16, 32, 60, 60);
        log.Reads.Where(after => after == 0).Should().HaveCount(66);
        run.Logged.Should().Equal("EventsUnavailable");
    }

    [Fact]
    public async Task Run_ClientIsDisposed_EndsWithItsException()
    {
        var log = new EventLog();
        log.Fail(
            new InboxTransportException("Connection refused."),
            new InboxTransportException("The client is disposed.") { Reason = InboxTransportReason.ClientDisposed });
        await using var run = new ProcessorRun(log, _store);
        await run.PassAsync();

        var thrown = await FluentActions.Awaiting(() => run.Running.WaitAsync(TestTimeout.Token())).Should().ThrowAsync<InboxTransportException>();

        thrown.Which.Reason.Should().Be(InboxTransportReason.ClientDisposed);
        run.Processor.Status.IsRunning.Should().BeFalse();
    }

    [Fact]
    public async Task Run_RateLimit_IsAwaited()
    {
        var log = new EventLog();
        log.Fail(new InboxRateLimitException("Too many requests.") { RetryAfter = TimeSpan.FromSeconds(17) }, new InboxRateLimitException("Too many requests.") { RetryAfter = TimeSpan.FromHours(2) });
        log.Add(1);
        await using var run = new ProcessorRun(log, _store);

        (await run.PassAsync()).Should().Be(TimeSpan.FromSeconds(17));
        (await run.PassAsync()).Should().Be(TimeSpan.FromMinutes(1));

        await run.HandledAsync(1);
        run.Logged.Should().Equal("EventsUnavailable");
    }

    [Fact]
    public async Task Run_RateLimitWithoutAWait_IsRetriedLessAndLessOften()
    {
        var log = new EventLog();
        log.Fail([.. Enumerable.Repeat(new InboxRateLimitException("Too many requests.") { RetryAfter = TimeSpan.Zero }, 3)]);
        log.Add(1);
        await using var run = new ProcessorRun(log, _store);

        (await run.PassAsync()).Should().Be(TimeSpan.FromSeconds(1));
        (await run.PassAsync()).Should().Be(TimeSpan.FromSeconds(2));
        (await run.PassAsync()).Should().Be(TimeSpan.FromSeconds(4));

        (await run.HandledAsync(1)).Should().Equal(1);
    }

    [Fact]
    public async Task Run_PageIsLargerThanTheMaximum_ReadsSmallerPages()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = sandbox.CreateClient(options => (options.MaxResponseBytes, options.RateLimit.IsEnabled) = (16 * 1024, false));
        var thread = sandbox.State.Threads[0];
        for (var i = 0; i < 200; i++)
            sandbox.State.AddMessage(thread.Id, DateTimeOffset.UnixEpoch.AddSeconds(i));
        var clock = new TestClock();
        var handled = new List<long>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var processor = new InboxEventProcessor(
            inbox.V2.Events,
            (item, _) =>
            {
                handled.Add(item.Seq);
                if (handled.Count == 200)
                    all.SetResult();
                return Task.CompletedTask;
            },
            new() { Checkpoint = _store, TimeProvider = clock });

        var running = processor.RunAsync();
        await clock.PassWaitsAsync(all.Task);
        // When no more events wait, pages are read in their usual size again.
        await clock.PassWaitsAsync(Eventually.BeTrueAsync(() => sandbox.Requests.Last().Query.Contains("limit=1000", StringComparison.Ordinal)));
        await processor.StopAsync();
        await running;

        handled.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        sandbox.Requests.Select(request => request.Query).Should().Contain(query => !query.Contains("limit=1000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_EventsAreNoLongerRetained_ReportsTheGapOnceAndBeforeTheNextEvent()
    {
        var log = new EventLog();
        log.Add(20);
        log.Expire(upTo: 12);
        var gaps = new List<EventGap>();
        var (started, read) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var run = new ProcessorRun(log, new MemoryEventCheckpointStore(5), options => options.OnGap = async (gap, token) =>
        {
            gaps.Add(gap);
            started.SetResult();
            await read.Task.WaitAsync(token);
        });

        await started.Task.WaitAsync(TestTimeout.Token());
        run.Handled().Should().BeEmpty();
        read.SetResult();
        (await run.HandledAsync(8)).Should().Equal(13, 14, 15, 16, 17, 18, 19, 20);
        await run.PassAsync();
        await run.Clock.NextWaitAsync();

        gaps.Should().Equal(new EventGap { AfterSeq = 5, BeforeSeq = 13 });
        gaps[0].MissingCount.Should().Be(7);
        run.Logged.Should().Equal("EventsMissing");
    }

    [Fact]
    public async Task Run_GapCallbackFails_IsRetriedBeforeTheNextEvent()
    {
        var log = new EventLog();
        log.Add(20);
        log.Expire(upTo: 12);
        var callCount = 0;
        await using var run = new ProcessorRun(
            log, new MemoryEventCheckpointStore(5), options => options.OnGap = (_, _) => ++callCount < 3 ? throw new InvalidOperationException("The application's own.") : Task.CompletedTask);

        (await run.PassAsync()).Should().Be(TimeSpan.FromSeconds(1));
        (await run.PassAsync()).Should().Be(TimeSpan.FromSeconds(2));
        await run.HandledAsync(8);

        callCount.Should().Be(3);
        run.Logged.Should().Equal("EventsMissing", "EventHandlerRetrying", "EventHandlerRetrying");
    }

    [Fact]
    public async Task Run_GapCallbackFailsAfterAllRetries_StopsBeforeTheGap()
    {
        var log = new EventLog();
        log.Add(20);
        log.Expire(upTo: 12);
        var store = new MemoryEventCheckpointStore(5);
        await using (var run = new ProcessorRun(log, store, options => (options.MaxRetries, options.OnGap) = (0, (_, _) => throw new InvalidOperationException("The application's own."))))
            (await run.Running.Invoking(running => running).Should().ThrowAsync<EventProcessingException>()).WithInnerException<InvalidOperationException>().WithMessage("The application's own.");

        var gaps = new List<EventGap>();
        await using var next = new ProcessorRun(log, store, options => options.OnGap = (gap, _) =>
        {
            gaps.Add(gap);
            return Task.CompletedTask;
        });
        await next.HandledAsync(8);

        gaps.Should().ContainSingle().Which.AfterSeq.Should().Be(5);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public async Task Run_StoreOfTheApplicationFailsAtTheStart_Stops(int openFailureCount, int readFailureCount)
    {
        var store = new OwnStore { OpenFailureCount = openFailureCount, ReadFailureCount = readFailureCount };
        await using var run = new ProcessorRun(new EventLog(), store);

        var failure = await run.Running.Invoking(running => running).Should().ThrowAsync<EventCheckpointException>().WithMessage("EventProcessorOptions.Checkpoint failed: *");
        failure.WithInnerException<TimeoutException>();
        store.OpenCount.Should().Be(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_StoreOfTheApplicationCannotBeClosed_KeepsTheReasonOfTheEnd(bool hasFailed)
    {
        var log = new EventLog();
        log.Add(1);
        var store = new OwnStore { DisposeFailureCount = 1 };
        await using var run = new ProcessorRun(
            log, store, options => options.MaxRetries = 0, (_, _) => hasFailed ? throw new InvalidOperationException("The application's own.") : Task.CompletedTask);
        if (!hasFailed)
        {
            await run.HandledAsync(1);
            await run.Clock.NextWaitAsync();
            await run.Processor.StopAsync();
        }

        var exception = await Record.ExceptionAsync(() => run.Running.WaitAsync(TestTimeout.Token()));

        if (hasFailed)
            exception.Should().BeOfType<EventProcessingException>().Which.Event!.Seq.Should().Be(1);
        else
            exception.Should().BeNull();
        run.Logged.Should().Equal("CheckpointNotDisposed");
    }

    [Fact]
    public async Task Run_GapIsRead_IsNotReportedAfterTheNextStart()
    {
        var log = new EventLog();
        log.Add(20);
        log.Expire(upTo: 12);
        var store = new MemoryEventCheckpointStore(5);
        var gaps = new List<EventGap>();
        for (var i = 0; i < 2; i++)
        {
            await using var run = new ProcessorRun(
                log, store, options => (options.MaxRetries, options.OnGap) = (0, AddAsync), (_, _) => throw new InvalidOperationException("The application's own."));
            await run.Running.Invoking(running => running).Should().ThrowAsync<EventProcessingException>();
        }

        gaps.Should().ContainSingle();
        store.Seq.Should().Be(12);

        Task AddAsync(EventGap gap, CancellationToken cancellationToken)
        {
            gaps.Add(gap);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Run_EventIsLargerThanTheMaximum_StopsAndSaysWhatToDo()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = sandbox.CreateClient(options => options.MaxResponseBytes = 16 * 1024);
        var prospect = sandbox.State.Prospects[0];
        sandbox.State.Update(prospect with { Notes = new string('n', 20_000) });
        var clock = new TestClock();
        using var processor = new InboxEventProcessor(inbox.V2.Events, (_, _) => Task.CompletedTask, new() { Checkpoint = _store, TimeProvider = clock });

        var running = Record.ExceptionAsync(() => processor.RunAsync());
        await clock.PassWaitsAsync(running);

        (await running).Should().BeOfType<EventProcessingException>().Which.Message.Should().Contain("MaxResponseBytes");
    }

    [Fact]
    public async Task Run_StoreOfTheApplicationCannotWrite_IsRetried()
    {
        var log = new EventLog();
        log.Add(3);
        await using var run = new ProcessorRun(log, new OwnStore { WriteFailureCount = 2 });

        (await run.PassAsync()).Should().Be(TimeSpan.FromSeconds(1));
        (await run.PassAsync()).Should().Be(TimeSpan.FromSeconds(2));

        (await run.HandledAsync(3)).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Run_CheckpointOpenedAfterStandbyCannotBeRead_IsRetried()
    {
        var log = new EventLog();
        log.Add(1);
        var store = new OwnStore { IsHeld = true, ReadFailureCount = 1 };
        await using var run = new ProcessorRun(log, store);
        var standby = await run.Clock.NextWaitAsync();
        store.IsHeld = false;
        run.Clock.Advance(standby);

        await run.PassAsync();

        (await run.HandledAsync(1)).Should().Equal(1);
        run.Logged.Should().Equal("EventCheckpointUnavailable");
        store.OpenCount.Should().Be(1);
    }

    [Fact]
    public async Task Run_FirstStartOrFilter_IsNoGap()
    {
        var log = new EventLog();
        log.Add(20);
        log.Expire(upTo: 12);
        await using var first = new ProcessorRun(log, _store);
        await using var filtered = new ProcessorRun(log, new MemoryEventCheckpointStore(5), options => options.Query = new() { Types = [InboxEventType.TagCreated] });

        await first.HandledAsync(8);
        await filtered.HandledAsync(4);

        first.Logged.Concat(filtered.Logged).Should().BeEmpty();
    }

    [Fact]
    public async Task Stop_HandlerInProgress_FinishesItAndKeepsItsCheckpoint()
    {
        var log = new EventLog();
        log.Add(5);
        var (started, release) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var run = new ProcessorRun(log, _store, handler: async (item, token) =>
        {
            if (item.Seq != 3)
                return;
            started.SetResult();
            await release.Task.WaitAsync(token);
        });
        await started.Task.WaitAsync(TestTimeout.Token());

        var stopping = run.Processor.StopAsync();
        stopping.IsCompleted.Should().BeFalse();
        // The stop is visible to the run on another thread; until then, the next event may begin.
        await Eventually.BeTrueAsync(() => log.Token.IsCancellationRequested);
        release.SetResult();
        await stopping.WaitAsync(TestTimeout.Token());
        await run.Running;

        (_store.Seq, string.Join(' ', run.Handled())).Should().Be((3, "1 2 3"));
    }

    [Fact]
    public async Task Stop_HandlerHangs_CancelsItWhenTheTimeoutHasPassed()
    {
        var log = new EventLog();
        log.Add(2);
        var started = new TaskCompletionSource();
        await using var run = new ProcessorRun(log, _store, handler: (item, token) =>
        {
            if (item.Seq == 1)
                return Task.CompletedTask;
            started.SetResult();
            return Task.Delay(Timeout.Infinite, token);
        });
        await started.Task.WaitAsync(TestTimeout.Token());

        await run.Processor.StopAsync(new CancellationToken(canceled: true));

        await run.Running.WaitAsync(TestTimeout.Token());
        _store.Seq.Should().Be(1);
    }

    [Fact]
    public async Task Stop_WhileWaiting_EndsAtOnce_AndBeforeAStartPreventsIt()
    {
        await using var run = new ProcessorRun(new EventLog(), _store);
        await run.Clock.NextWaitAsync();

        await run.Processor.StopAsync();
        await run.Running;
        using var never = new InboxEventProcessor(new EventLog(), (_, _) => Task.CompletedTask, new() { Checkpoint = _store });
        await never.StopAsync();

        await FluentActions.Awaiting(() => never.RunAsync()).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Run_Cancelled_Throws()
    {
        await using var run = new ProcessorRun(new EventLog(), _store);
        await run.Clock.NextWaitAsync();

        await run.Cancellation.CancelAsync();

        await FluentActions.Awaiting(() => run.Running).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Run_CheckpointInUse_Throws()
    {
        await using var first = new ProcessorRun(new EventLog(), _store);
        await first.Clock.NextWaitAsync();
        await using var second = new ProcessorRun(new EventLog(), _store);

        await FluentActions.Awaiting(() => second.Running).Should().ThrowAsync<EventCheckpointException>();
        await FluentActions.Awaiting(() => first.Processor.RunAsync()).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Run_CheckpointCannotBeWritten_RetriesThenStops_AndNeverHandlesTheEventAgainBefore()
    {
        var log = new EventLog();
        log.Add(2);
        var store = new FailingStore { Failures = 2 };
        await using var run = new ProcessorRun(log, store, options => options.MaxRetries = 2);
        await run.PassAsync();
        await run.PassAsync();
        (await run.HandledAsync(2)).Should().Equal(1, 2);

        await run.Clock.NextWaitAsync();
        store.Failures = 100;
        log.Add(1);
        run.Clock.Advance(TimeSpan.FromSeconds(1));
        await run.Clock.PassWaitsAsync(Record.ExceptionAsync(() => run.Running));

        await FluentActions.Awaiting(() => run.Running).Should().ThrowAsync<EventCheckpointException>();
        run.Handled().Should().Equal(3);
    }

    [Fact]
    public async Task Run_Concurrently_KeepsTheOrderOfEachObject_AndTheCheckpointIsBeforeWhatIsNotDone()
    {
        var log = new EventLog();
        log.Add(60, seq => $"o{seq % 3}");
        var release = new TaskCompletionSource();
        var handled = new System.Collections.Concurrent.ConcurrentQueue<InboxEvent>();
        await using var run = new ProcessorRun(log, _store, options => options.MaxConcurrency = 3, async (item, token) =>
        {
            if (item.Seq == 4)
                await release.Task.WaitAsync(token);
            handled.Enqueue(item);
        });

        // Objects 0 and 2, and the first event of object 1.
        await run.HandledAsync(41);
        (_store.Seq ?? 0).Should().BeLessThan(4);
        release.SetResult();
        await run.HandledAsync(19);
        await run.Clock.NextWaitAsync();

        _store.Seq.Should().Be(60);
        foreach (var events in handled.GroupBy(item => item.Object.Id))
            events.Select(item => item.Seq).Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task Run_ConcurrentlyAndOneFails_StopsWithTheCheckpointBeforeIt()
    {
        var log = new EventLog();
        log.Add(30, seq => $"o{seq % 3}");
        await using var run = new ProcessorRun(
            log, _store, options => (options.MaxConcurrency, options.MaxRetries) = (3, 0), (item, _) => item.Seq == 7 ? throw new InvalidOperationException("The application's own.") : Task.CompletedTask);

        await FluentActions.Awaiting(() => run.Running).Should().ThrowAsync<EventProcessingException>();

        (_store.Seq ?? 0).Should().BeLessThan(7);
    }

    [Fact]
    public async Task Run_ConcurrentlyAndTheCheckpointFails_StopsAfterTheRetriesOfOne()
    {
        var log = new EventLog();
        log.Add(8);
        await using var run = new ProcessorRun(log, new OwnStore { WriteFailureCount = int.MaxValue }, options => options.MaxConcurrency = 8);
        var ended = Record.ExceptionAsync(() => run.Running);

        var waits = await run.Clock.PassWaitsAsync(ended);

        (await ended).Should().BeOfType<EventCheckpointException>();
        waits.Sum(wait => wait.TotalSeconds).Should().Be(1 + 2 + 4 + 8 + 16);
    }

    [Fact]
    public async Task Run_SharedStoreOfProcessedEvents_HandlesEachOnce()
    {
        var log = new EventLog();
        log.Add(4);
        var processed = new MemoryProcessedEventStore();
        await processed.CompleteAsync("evt_2");
        (await processed.ClaimAsync("evt_3")).Should().Be(EventClaim.Claimed);
        await using var run = new ProcessorRun(log, _store, options => options.ProcessedEvents = processed);

        (await run.HandledAsync(1)).Should().Equal(1);
        await run.Clock.NextWaitAsync();
        // The other handler fails.
        await processed.ReleaseAsync("evt_3");
        run.Clock.Advance(TimeSpan.FromSeconds(1));

        (await run.HandledAsync(2)).Should().Equal(3, 4);
        (await processed.ClaimAsync("evt_3")).Should().Be(EventClaim.Processed);
    }

    [Fact]
    public async Task Run_StoresFailForAShortTime_AreRetried_AlsoIfHandlersAreNot()
    {
        var log = new EventLog();
        log.Add(1);
        var checkpoint = new FailingStore { Failures = 2 };
        var processed = new FailingProcessedStore { ClaimFailures = 2, CompletionFailures = 3 };
        await using var run = new ProcessorRun(log, checkpoint, options => (options.MaxRetries, options.ProcessedEvents) = (0, processed));

        var waits = new List<double>();
        for (var i = 0; i < 7; i++)
            waits.Add((await run.PassAsync()).TotalSeconds);

        await run.Clock.NextWaitAsync();
        waits.Should().Equal(1, 2, 1, 2, 4, 1, 2);
        run.Handled().Should().Equal(1);
        run.Processor.Status.Seq.Should().Be(1);
        (await processed.ClaimAsync("evt_1")).Should().Be(EventClaim.Processed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_ProcessedEventsFailForGood_ReleasesTheEvent_AndStopsBeforeIt(bool failsToRelease)
    {
        var log = new EventLog();
        log.Add(2);
        var processed = new FailingProcessedStore { CompletionFailures = 100, FailsToRelease = failsToRelease };
        await using var run = new ProcessorRun(log, _store, options => options.ProcessedEvents = processed);

        await run.Clock.PassWaitsAsync(Record.ExceptionAsync(() => run.Running));

        var thrown = await FluentActions.Awaiting(() => run.Running).Should().ThrowAsync<EventCheckpointException>();
        thrown.Which.InnerException.Should().BeOfType<IOException>();
        run.Handled().Should().Equal(1);
        _store.Seq.Should().BeNull();
        (await processed.ClaimAsync("evt_1")).Should().Be(failsToRelease ? EventClaim.InProgress : EventClaim.Claimed);
        run.Logged.Should().Equal(failsToRelease ? ["EventNotReleased"] : []);
    }

    [Fact]
    public async Task Stop_HandlerEndsWhenItIsCancelled_TheEventIsProcessed()
    {
        var log = new EventLog();
        log.Add(1);
        var started = new TaskCompletionSource();
        var processed = new FailingProcessedStore();
        await using var run = new ProcessorRun(log, _store, options => options.ProcessedEvents = processed, async (_, token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await started.Task.WaitAsync(TestTimeout.Token());

        await run.Processor.StopAsync(new CancellationToken(canceled: true));
        await run.Running.WaitAsync(TestTimeout.Token());

        (await processed.ClaimAsync("evt_1")).Should().Be(EventClaim.Processed);
    }

    [Fact]
    public async Task Run_CancelledWhileProcessedEventsDoNotRespond_EndsAfterFiveSeconds_AndReleasesTheEvent()
    {
        var log = new EventLog();
        log.Add(1);
        var processed = new FailingProcessedStore { DoesNotRespond = true };
        await using var run = new ProcessorRun(log, _store, options => options.ProcessedEvents = processed);
        await processed.Completing.WaitAsync(TestTimeout.Token());

        await run.Cancellation.CancelAsync();
        (await run.PassAsync()).Should().Be(TimeSpan.FromSeconds(5));

        await FluentActions.Awaiting(() => run.Running.WaitAsync(TestTimeout.Token())).Should().ThrowAsync<OperationCanceledException>();
        (await processed.ClaimAsync("evt_1")).Should().Be(EventClaim.Claimed);
    }

    [Fact]
    public async Task ProcessedEvents_Memory_IsBounded()
    {
        var processed = new MemoryProcessedEventStore(capacity: 2);
        foreach (var id in new[] { "a", "b", "b", "c" })
            await processed.CompleteAsync(id);

        (await processed.ClaimAsync("a")).Should().Be(EventClaim.Claimed);
        (await processed.ClaimAsync("a")).Should().Be(EventClaim.InProgress);
        (await processed.ClaimAsync("b")).Should().Be(EventClaim.Processed);
        FluentActions.Invoking(() => new MemoryProcessedEventStore(0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Constructor_InvalidOptions_ThrowsWithEveryProblem()
    {
        var create = () => new InboxEventProcessor(
            new EventLog(), (_, _) => Task.CompletedTask,
            new() { InitialSeq = -1, Query = null!, MinDelay = TimeSpan.Zero, MaxConcurrency = 0, MaxRetries = -1, TimeProvider = null! });

        create.Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(7);
    }

    private sealed class FailingStore : IEventCheckpointStore, IEventCheckpoint
    {
        public int Failures { get; set; }

        public CancellationToken Lost => CancellationToken.None;

        public Task<IEventCheckpoint?> OpenAsync(CancellationToken cancellationToken = default) => Task.FromResult<IEventCheckpoint?>(this);

        public Task<long?> ReadAsync(CancellationToken cancellationToken = default) => Task.FromResult<long?>(null);

        public Task WriteAsync(long seq, CancellationToken cancellationToken = default) =>
            --Failures >= 0 ? Task.FromException(new EventCheckpointException("No space left on device.")) : Task.CompletedTask;

        public Task ForwardWakeAsync(long? seq, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task<long?> WaitForWakeAsync(CancellationToken cancellationToken = default) => new TaskCompletionSource<long?>().Task.WaitAsync(cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
