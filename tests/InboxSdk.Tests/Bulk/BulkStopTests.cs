using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Bulk;

/// <summary>Tests what stops a run before the end of its input, and the outcome of the remaining changes.</summary>
public class BulkStopTests
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task UpdateAsync_NotAuthorized_StopsReportsTheRestAndThrows()
    {
        var taken = new StrongBox<int>();
        var prospects = new FakeProspects(_ => throw new InboxAuthenticationException("The token is not accepted.") { AttemptCount = 1 });
        var results = new List<BulkUpdateResult>();

        var exception = await new BulkContextUpdater(prospects, new() { MaxConcurrency = 1 }).UpdateAsync(Endless().Counted(taken)).IntoAsync(results);

        exception.Should().BeOfType<InboxAuthenticationException>();
        prospects.Sent.Should().ContainSingle();
        results.Should().HaveCount(taken.Value).And.HaveCountLessThan(10);
        results.Should().ContainSingle(result => result.Outcome == BulkUpdateOutcome.Failed);
        results.Where(result => result.Outcome != BulkUpdateOutcome.Failed)
            .Should().OnlyContain(result => result.Outcome == BulkUpdateOutcome.NotAttempted && result.Error == "The run stopped before this change was sent." && result.AttemptCount == 0);
    }

    [Fact]
    public async Task UpdateAllAsync_NotAuthorized_SaysSoAndWhereToResume()
    {
        var prospects = new FakeProspects(change => _ = change.Notes == "3" ? throw new InboxAuthenticationException("No.", System.Net.HttpStatusCode.Forbidden) : 0);

        var summary = await new BulkContextUpdater(prospects, new() { MaxConcurrency = 1 }).UpdateAllAsync(Endless()).InTimeAsync();

        summary.StoppedBy.Should().Be(BulkStopReason.NotAuthorized);
        summary.Should().BeEquivalentTo(new { SucceededCount = 3L, FailedCount = 1L, ResumeFrom = 4L });
        summary.ReadCount.Should().Be(4 + summary.NotAttemptedCount);
    }

    [Fact]
    public async Task UpdateAsync_StopOnFailure_EndsAfterTheFirst()
    {
        var prospects = new FakeProspects(change => _ = change.Notes == "2" ? throw new InboxNotFoundException("Gone.") : 0);
        var updater = new BulkContextUpdater(prospects, new() { MaxConcurrency = 1, StopOnFailure = true });

        var results = await updater.UpdateAsync(Endless()).InOrderAsync().InTimeAsync();
        var summary = await updater.UpdateAllAsync(Endless()).InTimeAsync();

        results[2].Outcome.Should().Be(BulkUpdateOutcome.Failed);
        // Only those that had been read, if any.
        results[3..].Should().NotContain(result => result.Outcome != BulkUpdateOutcome.NotAttempted);
        summary.Should().BeEquivalentTo(new { StoppedBy = BulkStopReason.Failure, SucceededCount = 2L, FailedCount = 1L, ResumeFrom = 3L });
    }

    [Fact]
    public async Task UpdateAllAsync_TimerOfTheClockFiresAfterItsDisposal_HasNoEffect()
    {
        var clock = new LateClock();
        using var stop = new CancellationTokenSource();
        var run = new BulkContextUpdater(new FakeProspects(_ => stop.Cancel()), new() { TimeProvider = clock }).UpdateAllAsync(Endless(), cancellationToken: stop.Token);
        (await run.InTimeAsync()).StoppedBy.Should().Be(BulkStopReason.Canceled);

        clock.Fire().Should().BeGreaterThan(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UpdateAllAsync_TheTokenAlsoCancelsTheInput_ReturnsTheSummary(bool isAsync)
    {
        using var inbox = InboxClient.Create(new InboxClientOptions { Token = "t" });
        using var stop = new CancellationTokenSource();
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = new BulkContextUpdater(new FakeProspects(), new()).UpdateAllAsync(Changes(), cancellationToken: stop.Token);
        await waiting.Task.InTimeAsync();

        if (isAsync)
            await stop.CancelAsync();
        else
            stop.Cancel();

        (await run.InTimeAsync()).StoppedBy.Should().Be(BulkStopReason.Canceled);

        async IAsyncEnumerable<ProspectContextChange> Changes()
        {
            await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(EmptyQueue(), cancellationToken: stop.Token))
                yield return new(lookup.Id, new() { Notes = "n" });
        }

        async IAsyncEnumerable<string> EmptyQueue([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            waiting.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            yield break;
        }
    }

    [Fact]
    public async Task UpdateAsync_Cancelled_LetsCallsInFlightEndThenThrows()
    {
        var held = new HeldCalls();
        using var stop = new CancellationTokenSource();
        var checkpoint = new MemoryCheckpoint();
        var results = new List<BulkUpdateResult>();
        var run = new BulkContextUpdater(held.Prospects, new() { MaxConcurrency = 2, Checkpoint = checkpoint, TimeProvider = new TestClock() })
            .UpdateAsync(Endless(), cancellationToken: stop.Token).IntoAsync(results);

        // The order of the two senders is not defined.
        var calls = (await held.NextAsync(2)).OrderBy(call => call.Change.Notes).ToList();
        await stop.CancelAsync();
        calls.Should().OnlyContain(call => !call.CancellationToken.IsCancellationRequested);
        calls[0].Succeed();
        calls[1].Fail(new InboxNotFoundException("Gone."));

        var exception = await run.InTimeAsync();
        exception.Should().BeOfType<OperationCanceledException>().Which.CancellationToken.Should().Be(stop.Token);
        exception!.Message.Should().Contain("index 2");
        held.Prospects.Sent.Should().HaveCount(2);
        results.Where(result => result.Outcome != BulkUpdateOutcome.NotAttempted).Select(result => result.Outcome)
            .Should().BeEquivalentTo([BulkUpdateOutcome.Succeeded, BulkUpdateOutcome.Failed]);
        checkpoint.Records.Should().Contain(record => record.StartsWith("done 0 Succeeded", StringComparison.Ordinal))
            .And.Contain(record => record.StartsWith("done 1 Failed", StringComparison.Ordinal));
        checkpoint.TimesClosed.Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UpdateAllAsync_CallsOutlastTheDrainTimeout_AreIndeterminate(bool heedsCancellation)
    {
        var clock = new TestClock();
        var held = new HeldCalls(heedsCancellation);
        using var stop = new CancellationTokenSource();
        var run = new BulkContextUpdater(held.Prospects, new() { MaxConcurrency = 2, TimeProvider = clock }).UpdateAllAsync(Endless(), cancellationToken: stop.Token);

        await held.NextAsync(2);
        await stop.CancelAsync();
        (await clock.NextWaitAsync()).Should().Be(Drain);
        run.IsCompleted.Should().BeFalse();
        clock.Advance(Drain);

        var summary = await run.InTimeAsync();
        summary.Should().BeEquivalentTo(new { StoppedBy = BulkStopReason.Canceled, IndeterminateCount = 2L, SucceededCount = 0L, ResumeFrom = 2L });
        summary.FirstFailures.Where(result => result.Outcome == BulkUpdateOutcome.Indeterminate).Should().OnlyContain(result => result.Error!.Contains("unknown"));
    }

    [Fact]
    public async Task UpdateAllAsync_NoDrainTimeout_CancelsAtOnce()
    {
        var held = new HeldCalls();
        using var stop = new CancellationTokenSource();
        var run = new BulkContextUpdater(held.Prospects, new() { MaxConcurrency = 2, DrainTimeout = TimeSpan.Zero }).UpdateAllAsync(Endless(), cancellationToken: stop.Token);

        await held.NextAsync(2);
        await stop.CancelAsync();

        (await run.InTimeAsync()).IndeterminateCount.Should().Be(2);
    }

    [Fact]
    public async Task UpdateAsync_ReaderLeaves_DrainsAndNotes()
    {
        var held = new HeldCalls();
        var checkpoint = new MemoryCheckpoint();
        var results = new BulkContextUpdater(held.Prospects, new() { MaxConcurrency = 2, Checkpoint = checkpoint, TimeProvider = new TestClock() }).UpdateAsync(Endless()).GetAsyncEnumerator();
        var first = results.MoveNextAsync();
        var calls = await held.NextAsync(2);
        calls[0].Succeed();
        await first;

        var next = await held.NextAsync();
        var leaving = results.DisposeAsync().AsTask();
        leaving.IsCompleted.Should().BeFalse();
        calls[1].Succeed();
        next.Succeed();
        await leaving.InTimeAsync();

        held.Prospects.Sent.Should().HaveCount(3);
        checkpoint.Records.Count(record => record.StartsWith("done", StringComparison.Ordinal)).Should().Be(3);
        checkpoint.TimesClosed.Should().Be(1);
    }

    [Fact]
    public async Task UpdateAllAsync_CancelledWhenAllWereSent_HasNothingToResume()
    {
        var held = new HeldCalls();
        using var stop = new CancellationTokenSource();
        var isAtItsEnd = new TaskCompletionSource();
        var run = new BulkContextUpdater(held.Prospects, new() { TimeProvider = new TestClock() }).UpdateAllAsync(Three(), cancellationToken: stop.Token);
        var calls = await held.NextAsync(3);
        await isAtItsEnd.Task.InTimeAsync();
        await stop.CancelAsync();
        foreach (var call in calls)
            call.Succeed();

        (await run.InTimeAsync()).Should().BeEquivalentTo(new { SucceededCount = 3L, NotAttemptedCount = 0L, StoppedBy = BulkStopReason.Canceled, ResumeFrom = (long?)null });

        IEnumerable<ProspectContextChange> Three()
        {
            foreach (var change in BulkInput.Changes(3))
                yield return change;
            isAtItsEnd.SetResult();
        }
    }

    [Fact]
    public async Task UpdateAllAsync_CancelledBefore_ReadsNothing()
    {
        var taken = new StrongBox<int>();
        var prospects = new FakeProspects();
        var updater = new BulkContextUpdater(prospects, new() { Checkpoint = new MemoryCheckpoint() });

        var summary = await updater.UpdateAllAsync(Endless().Counted(taken), cancellationToken: new CancellationToken(canceled: true));
        var exception = await updater.UpdateAsync(Endless()).IntoAsync([], new CancellationToken(canceled: true));

        summary.Should().BeEquivalentTo(new { ReadCount = 0L, ResumeFrom = 0L, StoppedBy = BulkStopReason.Canceled });
        exception.Should().BeOfType<OperationCanceledException>();
        taken.Value.Should().Be(0);
    }

    [Fact]
    public async Task UpdateAllAsync_InputHeedsNoToken_DoesNotHoldUpTheCancel()
    {
        var waiting = new TaskCompletionSource();
        var isDisposed = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        var run = new BulkContextUpdater(new FakeProspects()).UpdateAllAsync(Input(), cancellationToken: stop.Token);

        await asked.Task.InTimeAsync();
        await stop.CancelAsync();

        (await run.InTimeAsync()).StoppedBy.Should().Be(BulkStopReason.Canceled);
        isDisposed.Task.IsCompleted.Should().BeFalse();
        waiting.SetResult();
        await isDisposed.Task.InTimeAsync();

        async IAsyncEnumerable<ProspectContextChange> Input()
        {
            try
            {
                yield return BulkInput.Change("a");
                asked.SetResult();
                await waiting.Task;
            }
            finally
            {
                isDisposed.SetResult();
            }
        }
    }

    [Fact]
    public async Task UpdateAllAsync_CancelledAfterTheEnd_IsComplete()
    {
        using var stop = new CancellationTokenSource();
        await using var results = new BulkContextUpdater(new FakeProspects()).UpdateAsync(BulkInput.Changes(1), cancellationToken: stop.Token).GetAsyncEnumerator();

        (await results.MoveNextAsync()).Should().BeTrue();
        (await results.MoveNextAsync()).Should().BeFalse();
        await stop.CancelAsync();
    }

    private static IEnumerable<ProspectContextChange> Endless()
    {
        for (var index = 0; ; index++)
            yield return BulkInput.Change($"prospect_{index}", $"{index}");
    }

    /// <summary>Represents a clock whose timers fire although they are disposed, as one that is due at that time does on a virtual clock.</summary>
    private sealed class LateClock : TimeProvider
    {
        private readonly ConcurrentQueue<Action> _timers = new();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Enqueue(() => callback(state));
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        /// <summary>Fires all timers, and returns their number.</summary>
        public int Fire()
        {
            foreach (var timer in _timers)
                timer();
            return _timers.Count;
        }
    }
}
