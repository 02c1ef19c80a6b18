using System.Runtime.CompilerServices;

namespace InboxSdk.Tests.Bulk;

/// <summary>Tests a run whose checkpoint can be lost to another process.</summary>
public sealed class BulkLeaseTests : IDisposable
{
    private readonly MemoryCheckpoint _records;
    private readonly TaskCompletionSource _allRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _lost = new();

    // A run whose calls are held reads 4 times as many changes as it sends concurrently, and no more.
    public BulkLeaseTests() => _records = new(record =>
    {
        if (record.StartsWith("read 7 ", StringComparison.Ordinal))
            _allRead.TrySetResult();
    });

    public void Dispose() => _lost.Dispose();

    [Fact]
    public async Task UpdateAsync_CheckpointIsLost_CancelsWhatIsInFlight_AndThrowsAfterTheResults()
    {
        var held = new HeldCalls();
        var results = new List<BulkUpdateResult>();
        var run = Updater(held).UpdateAsync(BulkInput.Changes(20)).IntoAsync(results);
        await held.NextAsync(2);
        // Another record would be rejected, and the run end by that exception.
        await _allRead.Task.InTimeAsync();

        await _lost.CancelAsync();

        (await run.InTimeAsync()).Should().BeOfType<InboxLeaseLostException>().Which.Message.Should().Contain("Run the same input again");
        held.Prospects.Sent.Should().HaveCount(2);
        results.Should().HaveCount(results.Count(result => result.Outcome == BulkUpdateOutcome.NotAttempted) + 2);
        results.Count(result => result.Outcome == BulkUpdateOutcome.Indeterminate).Should().Be(2);
    }

    [Fact]
    public async Task UpdateAllAsync_CheckpointIsLostWhileTheRunStops_CancelsWithoutTheDrainTimeout()
    {
        var held = new HeldCalls();
        using var stop = new CancellationTokenSource();
        var run = Updater(held).UpdateAllAsync(BulkInput.Changes(20), cancellationToken: stop.Token);
        var calls = await held.NextAsync(2);
        await stop.CancelAsync();
        calls.Should().OnlyContain(call => !call.CancellationToken.IsCancellationRequested);

        await _lost.CancelAsync();

        await run.Awaiting(it => it.InTimeAsync()).Should().ThrowAsync<InboxLeaseLostException>();
    }

    [Fact]
    public async Task UpdateAllAsync_CheckpointIsLostAfterTheEnd_Succeeds()
    {
        var summary = await new BulkContextUpdater(new FakeProspects(), new() { Checkpoint = new LosableCheckpoint(_records, _lost.Token) }).UpdateAllAsync(BulkInput.Changes(3));
        await _lost.CancelAsync();

        summary.SucceededCount.Should().Be(3);
    }

    private BulkContextUpdater Updater(HeldCalls held) =>
        new(held.Prospects, new() { MaxConcurrency = 2, DrainTimeout = TimeSpan.FromHours(1), Checkpoint = new LosableCheckpoint(_records, _lost.Token) });

    private sealed class LosableCheckpoint(IBulkCheckpoint inner, CancellationToken lost) : IBulkCheckpoint
    {
        public async Task<IBulkCheckpointLog> OpenAsync(CancellationToken cancellationToken = default) => new Log(await inner.OpenAsync(cancellationToken), lost);

        private sealed class Log(IBulkCheckpointLog inner, CancellationToken lost) : IBulkCheckpointLog
        {
            public CancellationToken Lost => lost;

            public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                await foreach (var record in inner.ReadAsync(cancellationToken))
                    yield return record;
            }

            public Task AppendAsync(string record, CancellationToken cancellationToken = default) =>
                lost.IsCancellationRequested ? Task.FromException(new InboxLeaseLostException("The lease of the checkpoint was lost.")) : inner.AppendAsync(record, cancellationToken);

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }
}
