using System.Runtime.CompilerServices;
using InboxSdk.Bulk;

namespace InboxSdk.Tests.Bulk;

/// <summary>Tests a second run of the same input.</summary>
public class BulkResumeTests
{
    private readonly MemoryCheckpoint _checkpoint = new();

    [Fact]
    public async Task UpdateAsync_SecondRun_SendsOnlyWhatDidNotSucceed()
    {
        var isDown = true;
        var prospects = new FakeProspects(change => _ = isDown && change.Notes is "1" or "4" ? throw (change.Notes == "1" ? new InboxValidationException("Refused.") : new InboxTransportException("Broken.")) : 0);
        var updater = new BulkContextUpdater(prospects, new() { Checkpoint = _checkpoint });
        await updater.UpdateAllAsync(BulkInput.Changes(6));
        isDown = false;

        var results = await updater.UpdateAsync(BulkInput.Changes(6)).InOrderAsync();

        results.Should().OnlyContain(result => result.IsSuccess);
        results.Select(result => result.WasPreviouslyCompleted).Should().Equal(true, false, true, true, false, true);
        // The outcome of a failure is known; only that of the broken connection is not.
        results.Select(result => result.WasInFlight).Should().Equal(false, false, false, false, true, false);
        results.Select(result => result.AttemptCount).Should().Equal(0, 1, 0, 0, 1, 0);
        prospects.Sent.Should().HaveCount(8);
        var third = await updater.UpdateAllAsync(BulkInput.Changes(6));
        third.Should().BeEquivalentTo(new { SucceededCount = 6L, PreviouslyCompletedCount = 6L, PreviouslyInFlightCount = 1L });
        prospects.Sent.Should().HaveCount(8);
    }

    [Fact]
    public async Task UpdateAsync_RunThatNeverEnded_ReportsWhatWasInFlight()
    {
        var held = new HeldCalls();
        using var stop = new CancellationTokenSource();
        _ = new BulkContextUpdater(held.Prospects, new() { MaxConcurrency = 2, Checkpoint = _checkpoint }).UpdateAllAsync(BulkInput.Changes(6));
        await held.NextAsync(2);

        // The run above never ends, as if its process had been killed; this run has its checkpoint.
        var results = await new BulkContextUpdater(new FakeProspects(), new() { Checkpoint = _checkpoint }).UpdateAsync(BulkInput.Changes(6)).InOrderAsync();

        results.Should().OnlyContain(result => result.IsSuccess && !result.WasPreviouslyCompleted);
        results.Select(result => result.WasInFlight).Should().Equal(true, true, false, false, false, false);
    }

    [Fact]
    public async Task UpdateAsync_RetriedAfterDoubt_IsReportedHoweverManyRunsLater()
    {
        var isDown = true;
        var prospects = new FakeProspects(change => _ = isDown ? throw new InboxTransportException("Broken.") : change);
        var updater = new BulkContextUpdater(prospects, new() { Checkpoint = _checkpoint });
        await updater.UpdateAllAsync(BulkInput.Changes(1));
        isDown = false;
        await updater.UpdateAllAsync(BulkInput.Changes(1));

        var results = await updater.UpdateAsync(BulkInput.Changes(1)).InOrderAsync();

        results.Should().ContainSingle().Which.Should().Match<BulkUpdateResult>(result => result.WasPreviouslyCompleted && result.WasInFlight);
    }

    [Fact]
    public async Task UpdateAsync_Result_IsNotedBeforeItIsReturned()
    {
        await foreach (var result in new BulkContextUpdater(new FakeProspects(), new() { Checkpoint = _checkpoint }).UpdateAsync(BulkInput.Changes(100)))
            _checkpoint.Records.Should().Contain(record => record.StartsWith($"done {result.Index} Succeeded ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task UpdateAsync_Request_IsNotedBeforeItIsSent()
    {
        var missing = 0;
        var prospects = new FakeProspects(change => missing += _checkpoint.Records.Any(record => record.StartsWith($"send {change.Notes} ", StringComparison.Ordinal)) ? 0 : 1);

        await new BulkContextUpdater(prospects, new() { MaxConcurrency = 1, Checkpoint = _checkpoint }).UpdateAllAsync(BulkInput.Changes(100));

        missing.Should().Be(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task UpdateAsync_ChangedInput_IsRejectedBeforeTheChangeIsSent(int changed)
    {
        await new BulkContextUpdater(new FakeProspects(_ => throw new InboxValidationException("Refused.")), new() { Checkpoint = _checkpoint }).UpdateAllAsync(BulkInput.Changes(6));
        var input = BulkInput.Changes(6);
        input[changed] = input[changed] with { Update = new() { Notes = "Something else" } };
        var prospects = new FakeProspects();
        var results = new List<BulkUpdateResult>();

        var exception = await new BulkContextUpdater(prospects, new() { Checkpoint = _checkpoint }).UpdateAsync(input).IntoAsync(results);

        exception.Should().BeOfType<BulkInputChangedException>().Which.Index.Should().Be(changed);
        exception!.Message.Should().Contain($"index {changed}").And.Contain("use a new checkpoint");
        prospects.Sent.Should().NotContain(sent => sent.Notes == "Something else");
        results.Should().HaveCount(changed);
    }

    [Fact]
    public async Task UpdateAllAsync_ShorterInput_IsRefused()
    {
        var updater = new BulkContextUpdater(new FakeProspects(), new() { Checkpoint = _checkpoint });
        await updater.UpdateAllAsync(BulkInput.Changes(6));

        (await updater.Awaiting(it => it.UpdateAllAsync(BulkInput.Changes(4))).Should().ThrowAsync<BulkInputChangedException>()).Which.Index.Should().Be(4);
    }

    [Fact]
    public async Task UpdateAllAsync_LongerInput_Continues()
    {
        var prospects = new FakeProspects();
        var updater = new BulkContextUpdater(prospects, new() { Checkpoint = _checkpoint });
        await updater.UpdateAllAsync(BulkInput.Changes(4));

        var summary = await updater.UpdateAllAsync(BulkInput.Changes(7));

        summary.Should().BeEquivalentTo(new { SucceededCount = 7L, PreviouslyCompletedCount = 4L });
        prospects.Sent.Should().HaveCount(7);
        (await updater.UpdateAllAsync(BulkInput.Changes(7))).PreviouslyCompletedCount.Should().Be(7);
    }

    [Fact]
    public async Task UpdateAsync_LaterChangeOfTheProspectWasMade_DoesNotTurnTheOrderAround()
    {
        var isDown = true;
        var prospects = new FakeProspects(change => _ = isDown && change.Notes is "1" or "2" ? throw (change.Notes == "1" ? new InboxValidationException("Refused.") : new InboxTimeoutException("Late.")) : 0);
        ProspectContextChange[] changes = [BulkInput.Change("a", "1"), BulkInput.Change("b", "2"), BulkInput.Change("a", "3"), BulkInput.Change("b", "4"), BulkInput.Change("c", "5")];
        var updater = new BulkContextUpdater(prospects, new() { Checkpoint = _checkpoint });
        await updater.UpdateAllAsync(changes);
        isDown = false;

        var results = await updater.UpdateAsync(changes).InOrderAsync();

        results.Select(result => result.Outcome).Should().Equal(
            BulkUpdateOutcome.Failed, BulkUpdateOutcome.Indeterminate, BulkUpdateOutcome.Succeeded, BulkUpdateOutcome.Succeeded, BulkUpdateOutcome.Succeeded);
        results[0].Should().Match<BulkUpdateResult>(result => result.AttemptCount == 0 && result.Error!.Contains("later one of the same prospect"));
        prospects.Sent.Select(sent => sent.Notes).Should().BeEquivalentTo("1", "2", "3", "4", "5");
    }

    [Theory]
    [InlineData("read 2")]
    [InlineData("send 2")]
    [InlineData("done 2")]
    public async Task UpdateAsync_CheckpointThatFails_StopsTheRun(string failing)
    {
        var checkpoint = new MemoryCheckpoint(record => _ = record.StartsWith(failing, StringComparison.Ordinal) ? throw new BulkCheckpointException("The disk is full.") : 0);
        var prospects = new FakeProspects();
        var results = new List<BulkUpdateResult>();

        var exception = await new BulkContextUpdater(prospects, new() { MaxConcurrency = 1, Checkpoint = checkpoint }).UpdateAsync(BulkInput.Changes(50)).IntoAsync(results);

        exception.Should().BeOfType<BulkCheckpointException>();
        results.Select(result => result.Index).Should().OnlyHaveUniqueItems().And.HaveCount(checkpoint.Records.Count(record => record.StartsWith("read", StringComparison.Ordinal)));
        results.Where(result => result.Index == 2).Select(result => result.Outcome).Should().Equal(failing switch
        {
            "read 2" => [],
            "send 2" => [BulkUpdateOutcome.NotAttempted],
            _ => [BulkUpdateOutcome.Indeterminate],
        });
        results.Where(result => result.Outcome == BulkUpdateOutcome.Indeterminate).Should().NotContain(result => result.Exception != exception || result.AttemptCount != 1);
        prospects.Sent.Should().HaveCountLessThanOrEqualTo(failing == "done 2" ? 3 : 2);
        checkpoint.TimesClosed.Should().Be(1);
    }

    [Fact]
    public async Task UpdateAsync_OutcomeCannotBeRecorded_IsOnlyNoSuccess()
    {
        var checkpoint = new MemoryCheckpoint(record => _ = record.StartsWith("done", StringComparison.Ordinal) ? throw new BulkCheckpointException("The disk is full.") : 0);
        var refusal = new InboxValidationException("Refused.");
        var unchanged = new ProspectContextChange(new Prospect { Id = "b", PlatformId = "1", Notes = "1" }, new() { Notes = "1" });

        async Task<BulkUpdateResult> RunAsync(ProspectContextChange change)
        {
            var results = new List<BulkUpdateResult>();
            var updater = new BulkContextUpdater(new FakeProspects(_ => throw refusal), new() { Checkpoint = checkpoint, SkipUnchanged = true });
            (await updater.UpdateAsync([change]).IntoAsync(results)).Should().BeOfType<BulkCheckpointException>();
            return results.Should().ContainSingle().Which;
        }

        (await RunAsync(BulkInput.Change("a"))).Should().BeEquivalentTo(new { Outcome = BulkUpdateOutcome.Failed, Exception = refusal });
        checkpoint = new(record => _ = record.StartsWith("done", StringComparison.Ordinal) ? throw new BulkCheckpointException("The disk is full.") : 0);
        (await RunAsync(unchanged)).Should().BeEquivalentTo(new { Outcome = BulkUpdateOutcome.NotAttempted, IsUnchanged = false, AttemptCount = 0 });
    }

    [Theory]
    [InlineData("x")]
    [InlineData("note 0 ")]
    [InlineData("read ")]
    [InlineData("read one 00112233445566778899aabbccddeeff ")]
    [InlineData("read 0 00112233 ")]
    [InlineData("read 0 0011223344556677-899aabbccddeeff ")]
    [InlineData("read 1 00112233445566778899aabbccddeeff ")]
    [InlineData("send 0 ")]
    [InlineData("done 0 Succeeded ")]
    public async Task UpdateAsync_RecordThatCannotBe_IsDamage(string text)
    {
        _checkpoint.Add(CheckpointRecord.Header);
        // The checksum is valid, unless the record is too short to have one.
        _checkpoint.Add(text.Length == 1 ? text : $"{text}{text.Aggregate(2166136261u, (check, character) => (check ^ character) * 16777619u):x8}");
        var prospects = new FakeProspects();

        await new BulkContextUpdater(prospects, new() { Checkpoint = _checkpoint }).Awaiting(it => it.UpdateAllAsync(BulkInput.Changes(3)))
            .Should().ThrowAsync<BulkCheckpointException>().WithMessage($"*is damaged: '{text[..Math.Min(12, text.Length)]}*Restore it*");
        prospects.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_DoneThatIsNoOutcome_IsDamage()
    {
        await new BulkContextUpdater(new FakeProspects(), new() { Checkpoint = _checkpoint }).UpdateAllAsync(BulkInput.Changes(1));
        const string Text = "done 0 Perhaps ";
        _checkpoint.Add($"{Text}{Text.Aggregate(2166136261u, (check, character) => (check ^ character) * 16777619u):x8}");

        await new BulkContextUpdater(new FakeProspects(), new() { Checkpoint = _checkpoint }).Awaiting(it => it.UpdateAllAsync(BulkInput.Changes(1)))
            .Should().ThrowAsync<BulkCheckpointException>().WithMessage("*is damaged: 'done 0 Perha…'*");
    }

    [Fact]
    public async Task UpdateAsync_CheckpointLosesRecordsWhileTheRunReadsIt_StopsBeforeAnythingIsSent()
    {
        await new BulkContextUpdater(new FakeProspects(_ => throw new InboxValidationException("Refused.")), new() { Checkpoint = _checkpoint }).UpdateAllAsync(BulkInput.Changes(3));
        var prospects = new FakeProspects();
        var updater = new BulkContextUpdater(prospects, new() { Checkpoint = new ForgetfulCheckpoint(_checkpoint) });

        await updater.Awaiting(it => it.UpdateAllAsync(BulkInput.Changes(3))).Should().ThrowAsync<BulkCheckpointException>().WithMessage("*fewer records than when the run started*");

        prospects.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_CheckpointOfSomethingElse_IsRefused()
    {
        _checkpoint.Add("id;name;notes");
        var prospects = new FakeProspects();

        await new BulkContextUpdater(prospects, new() { Checkpoint = _checkpoint }).Awaiting(it => it.UpdateAllAsync(BulkInput.Changes(3)))
            .Should().ThrowAsync<BulkCheckpointException>().WithMessage("*not a checkpoint*");
        prospects.Sent.Should().BeEmpty();
        _checkpoint.TimesClosed.Should().Be(1);
    }

    /// <summary>Returns all items the first time it is read, and later only the first line.</summary>
    private sealed class ForgetfulCheckpoint(IBulkCheckpoint inner) : IBulkCheckpoint
    {
        public async Task<IBulkCheckpointLog> OpenAsync(CancellationToken cancellationToken = default) => new Log(await inner.OpenAsync(cancellationToken));

        private sealed class Log(IBulkCheckpointLog inner) : IBulkCheckpointLog
        {
            private int _reads;

            public CancellationToken Lost => inner.Lost;

            public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                var isFirst = _reads++ == 0;
                await foreach (var record in inner.ReadAsync(cancellationToken))
                {
                    yield return record;
                    if (!isFirst)
                        yield break;
                }
            }

            public Task AppendAsync(string record, CancellationToken cancellationToken = default) => inner.AppendAsync(record, cancellationToken);

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }
}
