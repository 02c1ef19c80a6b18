using System.Runtime.CompilerServices;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Bulk;

/// <summary>Tests the concurrency and the order of changes, and which changes wait for others.</summary>
public class BulkFlowTests
{
    [Fact]
    public async Task UpdateAllAsync_HeldCalls_NeverExceedTheConcurrency()
    {
        var held = new HeldCalls();
        var run = new BulkContextUpdater(held.Prospects, new() { MaxConcurrency = 3 }).UpdateAllAsync(BulkInput.Changes(12));

        for (var round = 0; round < 4; round++)
        {
            // All three calls are in flight before any of them ends, and no fourth call starts.
            var calls = await held.NextAsync(3);
            held.HasMore.Should().BeFalse();
            foreach (var call in calls)
                call.Succeed();
        }

        (await run.InTimeAsync()).SucceededCount.Should().Be(12);
    }

    [Fact]
    public async Task UpdateAsync_SlowReader_StopsTheSenderAndTheInput()
    {
        var prospects = new FakeProspects();
        var taken = new StrongBox<int>();
        await using var results = new BulkContextUpdater(prospects, new() { MaxConcurrency = 2 })
            .UpdateAsync(BulkInput.Changes(1_000).Counted(taken)).GetAsyncEnumerator();

        (await results.MoveNextAsync()).Should().BeTrue();
        // The bound is four times the concurrency, plus the result that the reader has. A second result shows that all pending work was done.
        (await results.MoveNextAsync()).Should().BeTrue();

        prospects.Sent.Count.Should().BeLessThanOrEqualTo(10);
        taken.Value.Should().BeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task UpdateAllAsync_SlowCalls_DoNotPullTheInputAhead()
    {
        var held = new HeldCalls();
        var taken = new StrongBox<int>();
        using var stop = new CancellationTokenSource();
        var run = new BulkContextUpdater(held.Prospects, new() { MaxConcurrency = 2 }).UpdateAllAsync(BulkInput.Changes(1_000).Counted(taken), cancellationToken: stop.Token);

        foreach (var call in await held.NextAsync(2))
            call.Succeed();
        var last = await held.NextAsync(2);

        taken.Value.Should().BeLessThanOrEqualTo(10);
        await stop.CancelAsync();
        foreach (var call in last)
            call.Succeed();
        await run.InTimeAsync();
    }

    [Fact]
    public async Task UpdateAsync_OneCallHangs_TheOthersContinue()
    {
        var held = new TaskCompletionSource();
        var prospects = new FakeProspects((change, _) => change.Notes == "0" ? held.Task : Task.CompletedTask);

        var seen = 0;
        await foreach (var result in new BulkContextUpdater(prospects, new() { MaxConcurrency = 2 }).UpdateAsync(BulkInput.Changes(500)))
        {
            if (++seen == 499)
                held.SetResult();
        }

        seen.Should().Be(500);
    }

    [Fact]
    public async Task UpdateAsync_ChangesOfOneProspect_KeepTheirOrder()
    {
        var held = new HeldCalls();
        ProspectContextChange[] changes = [BulkInput.Change("a", "1"), BulkInput.Change("a", "2"), BulkInput.Change("b", "3"), BulkInput.Change("a", "4")];
        var run = new BulkContextUpdater(held.Prospects, new() { MaxConcurrency = 4 }).UpdateAllAsync(changes);

        var first = await held.NextAsync(2);
        first.Select(call => call.Change.Notes).Should().BeEquivalentTo("1", "3");
        held.HasMore.Should().BeFalse();
        // A failure also releases the next change.
        first.Single(call => call.Change.Notes == "1").Fail(new InboxServerException("Down."));
        var second = await held.NextAsync();
        second.Change.Notes.Should().Be("2");
        held.HasMore.Should().BeFalse();
        second.Succeed();
        (await held.NextAsync()).Succeed();
        first.Single(call => call.Change.Notes == "3").Succeed();

        (await run.InTimeAsync()).SucceededCount.Should().Be(3);
        held.Prospects.Sent.Where(sent => sent.ProspectId == "a").Select(sent => sent.Notes).Should().Equal("1", "2", "4");
    }

    [Fact]
    public async Task UpdateAsync_Calls_HaveBulkPriorityAndTheReaderHasNot()
    {
        var seen = new StrongBox<RateLimitPriority>();
        var prospects = new FakeProspects(_ => seen.Value = RateLimitScope.Current);

        await foreach (var result in new BulkContextUpdater(prospects).UpdateAsync(Input().Async()))
            RateLimitScope.Current.Should().Be(RateLimitPriority.Interactive);

        seen.Value.Should().Be(RateLimitPriority.Bulk);
        RateLimitScope.Current.Should().Be(RateLimitPriority.Interactive);

        static IEnumerable<ProspectContextChange> Input()
        {
            RateLimitScope.Current.Should().Be(RateLimitPriority.Interactive);
            yield return BulkInput.Change("a");
        }
    }

    [Fact]
    public async Task UpdateAsync_TwoRunsOfOneUpdater_DoNotMix()
    {
        var updater = new BulkContextUpdater(new FakeProspects());

        var runs = await Task.WhenAll(updater.UpdateAsync(BulkInput.Changes(50)).InOrderAsync(), updater.UpdateAsync(BulkInput.Changes(70)).InOrderAsync()).InTimeAsync();

        runs.Select(results => results.Count).Should().Equal(50, 70);
    }

    [Fact]
    public async Task UpdateAsync_Elapsed_IsTheCallsByTheClock()
    {
        var clock = new TestClock();
        var prospects = new FakeProspects(_ => clock.Advance(TimeSpan.FromSeconds(3)));

        var results = await new BulkContextUpdater(prospects, new() { TimeProvider = clock }).UpdateAsync(BulkInput.Changes(1)).InOrderAsync();

        results.Should().ContainSingle().Which.Elapsed.Should().Be(TimeSpan.FromSeconds(3));
    }
}
