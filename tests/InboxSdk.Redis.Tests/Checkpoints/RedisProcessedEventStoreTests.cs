using InboxSdk.Redis.Tests.Leases;
using InboxSdk.Redis.Tests.Support;
using InboxSdk.Tests.Diagnostics;
using InboxSdk.V2;
using StackExchange.Redis.Profiling;

namespace InboxSdk.Redis.Tests.Checkpoints;

public sealed class RedisProcessedEventStoreTests
{
    private readonly LeaseTime _time = new();

    [Theory]
    [OnEachServer]
    public async Task Claim_OverProcesses_IsGivenToOne(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var (first, second) = (Store(connection), Store(connection));

        (await first.ClaimAsync("evt_1")).Should().Be(EventClaim.Claimed);
        (await second.ClaimAsync("evt_1")).Should().Be(EventClaim.InProgress);
        (await first.ClaimAsync("evt_1")).Should().Be(EventClaim.InProgress);
        (await second.ClaimAsync("evt_2")).Should().Be(EventClaim.Claimed);
        // However long the handler takes.
        await _time.PassAsync(TimeSpan.FromMinutes(1));
        (await second.ClaimAsync("evt_1")).Should().Be(EventClaim.InProgress);

        await first.ReleaseAsync("evt_1");
        (await second.ClaimAsync("evt_1")).Should().Be(EventClaim.Claimed);
        await second.CompleteAsync("evt_1");

        (await first.ClaimAsync("evt_1")).Should().Be(EventClaim.Processed);
        (await second.ClaimAsync("evt_1")).Should().Be(EventClaim.Processed);
        await second.ReleaseAsync("evt_2");
        await first.Awaiting(it => it.CompleteAsync("evt_1")).Should().ThrowAsync<InvalidOperationException>();
    }

    [Theory]
    [OnEachServer]
    public async Task Claim_ProcessWasKilled_CanBeClaimedAfterTheLease(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var (options, killed) = _time.AddProcess(connection);
        var first = new RedisProcessedEventStore(connection, "crm", options);
        var second = Store(connection);
        (await first.ClaimAsync("evt_1")).Should().Be(EventClaim.Claimed);
        killed.IsStopped = true;
        await _time.PassAsync(TimeSpan.FromSeconds(14));
        (await second.ClaimAsync("evt_1")).Should().Be(EventClaim.InProgress);
        await _time.PassAsync(TimeSpan.FromSeconds(2));

        (await second.ClaimAsync("evt_1")).Should().Be(EventClaim.Claimed);

        // The first was only suspended. It has processed the event, which is true however its claim ended.
        await first.CompleteAsync("evt_1");
        (await Store(connection).ClaimAsync("evt_1")).Should().Be(EventClaim.Processed);
        await second.ReleaseAsync("evt_1");
        (await first.ClaimAsync("evt_1")).Should().Be(EventClaim.Processed);
    }

    [Theory]
    [OnEachServer]
    public async Task Stored_HasNoIds_AndExpires(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var store = new RedisProcessedEventStore(connection, "crm");
        await store.ClaimAsync("evt_secret");
        await store.CompleteAsync("evt_secret");

        var keys = new List<RedisKey>();
        await foreach (var key in connection.GetServers()[0].KeysAsync())
            keys.Add(key);

        keys.Should().ContainSingle().Which.ToString().Should().StartWith("inbox:{event:crm:").And.NotContain("secret");
        (await connection.GetDatabase().KeyTimeToLiveAsync(keys[0])).Should().BeCloseTo(TimeSpan.FromDays(8), TimeSpan.FromMinutes(1));
    }

    [Theory]
    [OnEachServer]
    public async Task Claim_ServerIsDown_ThrowsAfterTheDurationOfALease(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await using var proxy = StallingProxy.Start(server);
        await using var isolated = await ConnectionMultiplexer.ConnectAsync(proxy.ConnectionString);
        proxy.Stall();
        var claiming = new RedisProcessedEventStore(isolated, "crm", _time.AddProcess(connection: null).Options).ClaimAsync("evt_1");

        var elapsed = await _time.PassUntilAsync(() => claiming.IsCompleted);

        await claiming.Awaiting(it => it).Should().ThrowAsync<EventCheckpointException>().WithMessage("*'crm'*Check that the server runs*");
        elapsed.Should().BeGreaterThan(TimeSpan.FromSeconds(14)).And.BeLessThan(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [OnEachServer]
    public async Task Complete_ServerWasDown_CanBeRepeated_AndTheEventStaysClaimed(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await using var proxy = StallingProxy.Start(server);
        await using var isolated = await ConnectionMultiplexer.ConnectAsync(proxy.ConnectionString);
        var store = new RedisProcessedEventStore(isolated, "crm", _time.AddProcess(connection: null).Options);
        (await store.ClaimAsync("evt_1")).Should().Be(EventClaim.Claimed);
        proxy.Stall();
        var failing = store.CompleteAsync("evt_1");
        await _time.PassUntilAsync(() => failing.IsCompleted);
        await failing.Awaiting(it => it).Should().ThrowAsync<EventCheckpointException>();
        (await _time.PassUntilDoneAsync(store.ClaimAsync("evt_1"))).Should().Be(EventClaim.InProgress);

        proxy.Resume();
        var token = TestTimeout.Token();
        while (await Record.ExceptionAsync(() => isolated.GetDatabase().PingAsync()) is not null)
            token.ThrowIfCancellationRequested();
        await store.CompleteAsync("evt_1").WaitAsync(token);

        (await Store(connection).ClaimAsync("evt_1")).Should().Be(EventClaim.Processed);
    }

    [Theory]
    [OnEachServer]
    public async Task Complete_CallsTheServerOnce_AndLogsNothing(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        using var logs = new LogRecorder();
        var options = _time.AddProcess(connection).Options;
        options.Logger = logs.CreateLogger("InboxSdk");
        var store = new RedisProcessedEventStore(connection, "crm", options);
        // The first calls load the scripts.
        await store.ClaimAsync("evt_1");
        await store.CompleteAsync("evt_1");
        await store.ClaimAsync("evt_2");
        // Unlike the counter of the connection, it excludes those of the connection itself.
        var calls = new ProfilingSession();
        connection.RegisterProfiler(() => calls);

        await store.CompleteAsync("evt_2");

        // Its reply follows those of all calls before.
        await connection.GetDatabase().PingAsync();
        calls.FinishProfiling().Select(call => call.Command).Should().BeEquivalentTo("EVAL", "PING");
        logs.Own.Should().BeEmpty();
        // What is kept for days has no holder.
        await foreach (var key in connection.GetServers()[0].KeysAsync())
            (await connection.GetDatabase().HashKeysAsync(key)).Should().BeEquivalentTo<RedisValue>(["f", "v"]);
    }

    private RedisProcessedEventStore Store(IConnectionMultiplexer connection) => new(connection, "crm", _time.AddProcess(connection).Options);
}
