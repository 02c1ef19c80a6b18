using InboxSdk.Leases;
using InboxSdk.Redis.Tests.Leases;
using InboxSdk.Redis.Tests.Support;
using InboxSdk.Tests.Bulk;
using InboxSdk.Tests.Diagnostics;

namespace InboxSdk.Redis.Tests.Checkpoints;

public sealed class RedisBulkCheckpointTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    private readonly LeaseTime _time = new();

    [Theory]
    [OnEachServer]
    public async Task Append_FromManyThreads_KeepsEachRecordOnce_InTheOrderOfEachThread(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var checkpoint = new RedisBulkCheckpoint(connection, "run");
        await using (var log = await checkpoint.OpenAsync())
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(async () =>
            {
                for (var i = 0; i < 300; i++)
                    await log.AppendAsync($"{thread} {i}");
            })));
        }

        await using var again = await checkpoint.OpenAsync();
        var records = await ReadAsync(again);

        // More than one page.
        records.Should().HaveCount(2400);
        foreach (var group in records.GroupBy(record => record[0]))
            group.Should().Equal(Enumerable.Range(0, 300).Select(i => $"{group.Key} {i}"));
    }

    [Theory]
    [OnEachServer]
    public async Task Read_WhileRecordsAreAppended_ReturnsThoseThatExisted(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await using var log = await new RedisBulkCheckpoint(connection, "run").OpenAsync();
        await log.AppendAsync("first");
        await log.AppendAsync("second");

        var seen = new List<string>();
        await foreach (var record in log.ReadAsync())
        {
            seen.Add(record);
            await log.AppendAsync("later");
        }

        seen.Should().Equal("first", "second");
        (await ReadAsync(log)).Should().Equal("first", "second", "later", "later");
    }

    [Theory]
    [OnEachServer]
    public async Task Append_ReplyOfTheServerWasLost_IsStoredOnce(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var client = new LeaseClient(connection, null);
        var keys = client.Keys("bulk", "run");
        await using var lease = await RedisLease.AcquireAsync(client, "bulk", "run", LeaseUse.Plain, default);

        var replies = new[] { await lease!.AppendAsync(0, ["a", "b"], default), await lease.AppendAsync(0, ["a", "b"], default), await lease.AppendAsync(2, ["c"], default) };

        replies.Should().AllBeEquivalentTo(true);
        (await connection.GetDatabase().ListRangeAsync(keys.Log)).Select(record => record.ToString()).Should().Equal("a", "b", "c");
        (await lease.AppendAsync(0, ["d"], default)).Should().BeFalse();
    }

    [Theory]
    [OnEachServer]
    public async Task Update_SecondWorker_WaitsForTheFirst_AndSendsNothingAgain(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var held = new HeldCalls();
        var first = Updater(held.Prospects, connection).UpdateAllAsync(BulkInput.Changes(2));
        var calls = await held.NextAsync(2);
        var other = new FakeProspects();
        var second = Updater(other, connection).UpdateAllAsync(BulkInput.Changes(2));
        await _time.PassAsync(TimeSpan.FromMinutes(1));
        second.IsCompleted.Should().BeFalse();

        foreach (var call in calls)
            call.Succeed();

        (await first.InTimeAsync()).Should().BeEquivalentTo(new { SucceededCount = 2L, PreviouslyCompletedCount = 0L });
        (await _time.PassUntilDoneAsync(second)).Should().BeEquivalentTo(new { SucceededCount = 2L, PreviouslyCompletedCount = 2L });
        other.Sent.Should().BeEmpty();
    }

    [Theory]
    [OnEachServer]
    public async Task Update_WorkerWasKilled_AnotherTakesOverWithinTheLease(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var held = new HeldCalls(heedsCancellation: false);
        var (options, killed) = _time.AddProcess(connection);
        var first = Updater(held.Prospects, connection, options).UpdateAllAsync(BulkInput.Changes(6));
        var calls = await held.NextAsync(2);
        calls.Single(call => call.Change.Notes == "0").Succeed();
        calls = [calls.Single(call => call.Change.Notes == "1"), await held.NextAsync()];
        killed.IsStopped = true;
        var results = new List<BulkUpdateResult>();
        using var logs = new LogRecorder();
        var successor = _time.AddProcess(connection).Options;
        successor.Logger = logs.CreateLogger("InboxSdk");
        var second = Updater(new FakeProspects(), connection, successor).UpdateAsync(BulkInput.Changes(6)).IntoAsync(results);

        var elapsed = await _time.PassUntilAsync(() => logs.Own.Any(entry => entry.Event.Name == "LeaseAcquired"));

        elapsed.Should().BeGreaterThanOrEqualTo(Duration).And.BeLessThan(Duration * 2);
        (await second.InTimeAsync()).Should().BeNull();
        results.OrderBy(result => result.Index).Select(result => (result.IsSuccess, result.WasPreviouslyCompleted, result.WasInFlight)).Should().Equal(
            (true, true, false), (true, false, true), (true, false, true), (true, false, false), (true, false, false), (true, false, false));

        // The first was only suspended. Its responses arrive; nothing of it is recorded, and nothing more is sent.
        var records = await connection.GetDatabase().ListRangeAsync("inbox:{bulk:run}:log");
        foreach (var call in calls)
            call.Succeed();
        await first.Awaiting(it => it.InTimeAsync()).Should().ThrowAsync<InboxLeaseLostException>().WithMessage("*lost*again*");
        held.Prospects.Sent.Should().HaveCount(3);
        (await connection.GetDatabase().ListRangeAsync("inbox:{bulk:run}:log")).Should().Equal(records);
    }

    [Theory]
    [OnEachServer]
    public async Task Update_ServerDoesNotRespond_StopsBeforeAnotherRunBegins(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await using var proxy = StallingProxy.Start(server);
        await using var isolated = await ConnectionMultiplexer.ConnectAsync(proxy.ConnectionString);
        var held = new HeldCalls();
        var results = new List<BulkUpdateResult>();
        var first = Updater(held.Prospects, isolated, _time.AddProcess(connection: null).Options).UpdateAsync(BulkInput.Changes(6)).IntoAsync(results);
        var calls = await held.NextAsync(2);
        // All that can be read is read, and recorded.
        await Eventually.BeTrueAsync(async () => await connection.GetDatabase().ListLengthAsync("inbox:{bulk:run}:log") == 9);
        var other = new FakeProspects();
        var second = Updater(other, connection).UpdateAllAsync(BulkInput.Changes(6));
        proxy.Stall();

        // The first is cancelled a tenth earlier than the lease ends on the server. No time passes until it is.
        await _time.PassAsync(Duration * 0.9);
        await Eventually.BeTrueAsync(() => Task.FromResult(calls.All(call => call.CancellationToken.IsCancellationRequested)));
        other.Sent.Should().BeEmpty();

        proxy.Resume();
        await _time.PassUntilAsync(() => first.IsCompleted);
        (await first).Should().BeOfType<InboxLeaseLostException>();
        held.Prospects.Sent.Should().HaveCount(2);
        (await _time.PassUntilDoneAsync(second)).Should().BeEquivalentTo(new { SucceededCount = 6L, PreviouslyInFlightCount = 2L });
    }

    [Theory]
    [OnEachServer]
    public async Task Update_RecordsAreGone_StopsWithWhatToDo(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var held = new HeldCalls();
        var run = Updater(held.Prospects, connection).UpdateAllAsync(BulkInput.Changes(4));
        var calls = await held.NextAsync(2);

        await connection.GetDatabase().KeyDeleteAsync("inbox:{bulk:run}:log");
        foreach (var call in calls)
            call.Succeed();

        await run.Awaiting(it => it.InTimeAsync()).Should().ThrowAsync<BulkCheckpointException>().WithMessage("*'run'*use a new name*");
        held.HasMore.Should().BeFalse();
    }

    [Theory]
    [OnEachServer]
    public async Task Update_InputChanged_ThrowsAsWithAFile(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await Updater(new FakeProspects(), connection).UpdateAllAsync(BulkInput.Changes(3));

        var run = Updater(new FakeProspects(), connection).UpdateAllAsync([.. BulkInput.Changes(2), BulkInput.Change("prospect_2", "other")]);

        (await run.Awaiting(it => it.InTimeAsync()).Should().ThrowAsync<BulkInputChangedException>()).Which.Index.Should().Be(2);
    }

    [Theory]
    [OnEachServer]
    public async Task Open_ServerIsDownOrHasOtherData_ThrowsWithWhatToDo(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await connection.GetDatabase().StringSetAsync("inbox:{bulk:run}:log", "theirs");

        await new RedisBulkCheckpoint(connection, "run").Awaiting(it => it.OpenAsync()).Should().ThrowAsync<BulkCheckpointException>().WithMessage("*another application*");

        await server.StopAsync();
        var (options, clock) = _time.AddProcess(connection);
        var opening = new RedisBulkCheckpoint(connection, "run", options).OpenAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        await opening.Awaiting(it => it.WaitAsync(TestTimeout.Token())).Should().ThrowAsync<BulkCheckpointException>().WithMessage("*'run'*Check that the server runs*");
    }

    [Theory]
    [OnEachServer]
    public async Task Checkpoint_AfterTheRun_IsKeptForItsRetention(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var checkpoint = new RedisBulkCheckpoint(connection, "run", new() { KeyPrefix = "app:" }) { Retention = TimeSpan.FromDays(2) };

        await new BulkContextUpdater(new FakeProspects(), new() { Checkpoint = checkpoint }).UpdateAllAsync(BulkInput.Changes(3));

        foreach (var key in new[] { "app:{bulk:run}", "app:{bulk:run}:log" })
            (await connection.GetDatabase().KeyTimeToLiveAsync(key)).Should().BeCloseTo(TimeSpan.FromDays(2), TimeSpan.FromMinutes(1));
        FluentActions.Invoking(() => new RedisBulkCheckpoint(connection, "run") { Retention = TimeSpan.Zero }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [OnEachServer]
    public async Task Checkpoint_RunWaits_IsKept(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var checkpoint = new RedisBulkCheckpoint(connection, "run", _time.AddProcess(connection).Options) { Retention = TimeSpan.FromHours(1) };
        var log = await checkpoint.OpenAsync();
        await log.AppendAsync("first");
        // As if an hour had nearly passed since the record.
        await connection.GetDatabase().KeyExpireAsync("inbox:{bulk:run}:log", TimeSpan.FromMinutes(5));

        await _time.PassAsync(Duration);

        await Eventually.BeTrueAsync(async () => await connection.GetDatabase().KeyTimeToLiveAsync("inbox:{bulk:run}:log") > TimeSpan.FromMinutes(50));
        var closing = log.DisposeAsync().AsTask();
        await _time.PassUntilAsync(() => closing.IsCompleted);
    }

    [Theory]
    [OnEachServer]
    public async Task Checkpoint_OpenedAgain_IsKept(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var checkpoint = new RedisBulkCheckpoint(connection, "run") { Retention = TimeSpan.FromHours(1) };
        await new BulkContextUpdater(new FakeProspects(), new() { Checkpoint = checkpoint }).UpdateAllAsync(BulkInput.Changes(1));
        await connection.GetDatabase().KeyExpireAsync("inbox:{bulk:run}:log", TimeSpan.FromMinutes(5));

        await using var log = await checkpoint.OpenAsync();

        (await connection.GetDatabase().KeyTimeToLiveAsync("inbox:{bulk:run}:log")).Should().BeGreaterThan(TimeSpan.FromMinutes(50));
    }

    private static async Task<List<string>> ReadAsync(IBulkCheckpointLog log)
    {
        var records = new List<string>();
        await foreach (var record in log.ReadAsync())
            records.Add(record);
        return records;
    }

    private static BulkContextUpdater Updater(FakeProspects prospects, IConnectionMultiplexer connection, RedisLeaseOptions options) =>
        new(prospects, new() { MaxConcurrency = 2, Checkpoint = new RedisBulkCheckpoint(connection, "run", options) });

    private BulkContextUpdater Updater(FakeProspects prospects, IConnectionMultiplexer connection) => Updater(prospects, connection, _time.AddProcess(connection).Options);
}
