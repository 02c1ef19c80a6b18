using System.Collections.Concurrent;
using InboxSdk.Redis.Tests.Leases;
using InboxSdk.Redis.Tests.Support;
using InboxSdk.Sandbox;
using InboxSdk.Tests.Diagnostics;
using InboxSdk.Tests.Events;
using InboxSdk.V2;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InboxSdk.Redis.Tests.Checkpoints;

public sealed class RedisEventCheckpointStoreTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    private readonly LeaseTime _time = new();
    private readonly EventLog _log = new();

    [Theory]
    [OnEachServer]
    public async Task Run_TwoReplicas_OneProcesses_AndTheOtherTakesOverWhenItStops(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        _log.Add(3);
        var first = new Replica(_log, connection, _time.AddProcess(connection).Options);
        await first.HandlesAsync(3);
        await using var second = new Replica(_log, connection, _time.AddProcess(connection).Options);
        await _time.PassAsync(TimeSpan.FromMinutes(1));
        second.Processor.Status.Should().BeEquivalentTo(new { IsRunning = true, IsStandby = true, IsCaughtUp = false, Seq = (long?)null, PendingCount = 0L });
        first.Processor.Status.Should().BeEquivalentTo(new { IsRunning = true, IsStandby = false, Seq = 3L });
        // A webhook at the one that stands by wakes the other one, once that one has subscribed: no time passes.
        var token = TestTimeout.Token();
        while (await connection.GetServers()[0].SubscriptionSubscriberCountAsync(RedisChannel.Literal("inbox:{events:leads}:wakes")) == 0)
            token.ThrowIfCancellationRequested();
        _log.Add(2);
        second.Processor.Wake(5);
        await first.HandlesAsync(5);

        _log.Add(2);
        await first.DisposeAsync();
        var elapsed = await _time.PassUntilAsync(() => !second.Processor.Status.IsStandby);

        await second.HandlesAsync(2);
        first.Handled.Concat(second.Handled).Should().Equal(1, 2, 3, 4, 5, 6, 7);
        // Released, so that the other one does not wait for the end of the lease.
        elapsed.Should().BeLessThan(Duration * 0.8);
        first.Processor.Status.Should().BeEquivalentTo(new { IsRunning = false, IsStandby = false });
    }

    [Theory]
    [OnEachServer]
    public async Task Run_ApplicationEndsAllSubscriptions_SubscribesAgain(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await using var others = await server.ConnectAsync();
        await using var first = new Replica(_log, connection, _time.AddProcess(connection).Options);
        await Eventually.BeTrueAsync(() => !first.Processor.Status.IsStandby);
        var store = new RedisEventCheckpointStore(others, "leads");
        await _time.PassAsync(TimeSpan.FromMinutes(1));

        await connection.GetSubscriber().UnsubscribeAllAsync();
        _log.Add(1);

        // Until it has subscribed again, a webhook is lost. Little time passes, for a script that must be repeated.
        var token = TestTimeout.Token();
        var started = _time.Elapsed;
        for (var i = 1; !first.HasHandled(1); i++)
        {
            await store.ForwardWakeAsync(1, token);
            if (i % 50 == 0)
                await _time.PassAsync(TimeSpan.FromMilliseconds(1));
        }

        (_time.Elapsed - started).Should().BeLessThan(TimeSpan.FromSeconds(25), "a poll would read the event after 30 seconds");
    }

    [RedisServerFact]
    public async Task Run_WithoutTheRightToSubscribe_ProcessesByPolling_AndSaysWhatToDo()
    {
        await using var server = await TestServer.StartAsync(TestServerKind.Redis);
        await using var connection = await server.ConnectAsync();
        await connection.GetDatabase().ExecuteAsync("ACL", "SETUSER", "default", "resetchannels");
        await using var first = new Replica(_log, connection, _time.AddProcess(connection).Options);
        await Eventually.BeTrueAsync(() => first.Logged.Contains("WakesUnavailable"));

        _log.Add(2);
        await _time.PassUntilAsync(() => first.HasHandled(2));

        first.Logged.Count(name => name == "WakesUnavailable").Should().Be(1);
        first.LoggedTexts.Should().ContainSingle(text => text.Contains("docs/redis.md", StringComparison.Ordinal));
        await new RedisEventCheckpointStore(connection, "leads").Awaiting(it => it.ForwardWakeAsync(2)).Should().ThrowAsync<EventCheckpointException>().WithMessage("*docs/redis.md*");
    }

    [Theory]
    [OnEachServer]
    public async Task Run_ReplicaWasKilled_AnotherTakesOverWithinTheLease_AndRepeatsTheEventInHand(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        _log.Add(4);
        var (options, killed) = _time.AddProcess(connection);
        var inHand = new TaskCompletionSource();
        await using var first = new Replica(_log, connection, options, (item, _) => item.Seq == 3 ? inHand.Task : Task.CompletedTask);
        await first.HandlesAsync(2);
        killed.IsStopped = true;
        await using var second = new Replica(_log, connection, _time.AddProcess(connection).Options);

        var elapsed = await _time.PassUntilAsync(() => !second.Processor.Status.IsStandby);

        elapsed.Should().BeGreaterThanOrEqualTo(Duration * 0.9).And.BeLessThan(Duration * 2);
        await second.HandlesAsync(2);
        second.Handled.Should().Equal(3, 4);

        // The first was only suspended: its handler ends, and the number that it would write is rejected.
        inHand.SetResult();
        await Eventually.BeTrueAsync(() => first.Processor.Status.IsStandby);
        first.Handled.Should().Equal(1, 2, 3);
        (await connection.GetDatabase().HashGetAsync("inbox:{events:leads}", "v")).Should().Be(4);
        first.Logged.Should().Contain(["LeaseLost", "EventCheckpointLost"]);
    }

    [Theory]
    [OnEachServer]
    public async Task Run_ServerDoesNotRespond_CancelsTheHandlerBeforeAnotherReplicaStarts_AndStandsBy(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await using var proxy = StallingProxy.Start(server);
        await using var isolated = await ConnectionMultiplexer.ConnectAsync(proxy.ConnectionString);
        _log.Add(2);
        var cancelled = 0;
        await using var first = new Replica(_log, isolated, _time.AddProcess(connection: null).Options, async (item, token) =>
        {
            if (item.Seq == 2)
                await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => Interlocked.Increment(ref cancelled), TaskScheduler.Default);
            token.ThrowIfCancellationRequested();
        });
        await first.HandlesAsync(1);
        var cancelledBefore = -1;
        await using var second = new Replica(_log, connection, _time.AddProcess(connection).Options, (_, _) =>
        {
            Interlocked.CompareExchange(ref cancelledBefore, Volatile.Read(ref cancelled), -1);
            return Task.CompletedTask;
        });
        proxy.Stall();

        // A tenth of the lease is left, in which the handler ends.
        await _time.PassAsync(Duration * 0.9);
        await Eventually.BeTrueAsync(() => Volatile.Read(ref cancelled) == 1);
        second.Handled.Should().BeEmpty();
        await _time.PassUntilAsync(() => !second.Processor.Status.IsStandby);
        await second.HandlesAsync(1);

        cancelledBefore.Should().Be(1);
        second.Handled.Should().Equal(2);
        await Eventually.BeTrueAsync(() => first.Processor.Status.IsStandby);

        // The server responds to it again, and the other replica ends.
        proxy.Resume();
        var stopping = second.DisposeAsync().AsTask();
        await _time.PassUntilAsync(() => stopping.IsCompleted);
        await stopping;
        _log.Add(1);
        // A call during the reconnection can fail, and is repeated later.
        await _time.PassUntilAsync(() => first.HasHandled(2));
        first.Handled.Should().Equal(1, 3);
    }

    [Theory]
    [OnEachServer]
    public async Task Run_InterruptionIsShorterThanTheLease_OnlyDelaysEvents(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var proxy = StallingProxy.Start(server);
        await using var isolated = await ConnectionMultiplexer.ConnectAsync(proxy.ConnectionString);
        var options = _time.AddProcess(connection: null).Options;
        options.Duration = TimeSpan.FromMinutes(10);
        var (started, read) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _log.Add(2);
        await using var replica = new Replica(_log, isolated, options, async (item, token) =>
        {
            if (item.Seq != 2)
                return;
            started.SetResult();
            await read.Task.WaitAsync(token);
        });
        await started.Task.WaitAsync(TestTimeout.Token());
        proxy.Stall();
        read.SetResult();

        // Longer than the retries of a store.
        await _time.PassAsync(TimeSpan.FromSeconds(45));
        replica.Processor.Status.IsRunning.Should().BeTrue();
        proxy.Resume();
        // The rest of the lease must not pass before a reply has arrived.
        var token = TestTimeout.Token();
        while (!replica.HasHandled(2))
        {
            await isolated.GetDatabase().PingAsync().WaitAsync(token);
            await _time.PassAsync(TimeSpan.FromMilliseconds(1));
        }

        replica.Logged.Should().NotContain("LeaseLost");
        var stopping = replica.DisposeAsync().AsTask();
        await _time.PassUntilAsync(() => stopping.IsCompleted);
        await stopping;
    }

    [Theory]
    [OnEachServer]
    public async Task Run_ServerDoesNotRespondToAnyReplica_AllAreBehind_UntilOneHasTheCheckpoint(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var proxy = StallingProxy.Start(server);
        await using var isolated = await ConnectionMultiplexer.ConnectAsync(proxy.ConnectionString);
        _log.Add(1);
        await using var first = new Replica(_log, isolated, _time.AddProcess(connection: null).Options);
        await first.HandlesAsync(1);
        await using var second = new Replica(_log, isolated, _time.AddProcess(connection: null).Options);
        await Eventually.BeTrueAsync(() => second.Logged.Contains("LeaseWaiting"));
        second.Processor.Status.BehindSince.Should().BeNull();
        proxy.Stall();

        await _time.PassUntilAsync(() => first.Processor.Status is { IsStandby: true, BehindSince: not null } && second.Processor.Status is { IsStandby: true, BehindSince: not null });

        proxy.Resume();
        await _time.PassUntilAsync(() => first.Processor.Status is { IsStandby: true, BehindSince: null } || second.Processor.Status is { IsStandby: true, BehindSince: null });
        second.Logged.Should().Contain("EventCheckpointUnavailable");
        var stopping = Task.WhenAll(first.DisposeAsync().AsTask(), second.DisposeAsync().AsTask());
        await _time.PassUntilAsync(() => stopping.IsCompleted);
        await stopping;
    }

    [Theory]
    [OnEachServer]
    public async Task Run_ServerHasLostItsMemory_StartsAgainAfterTheInitialNumber(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        _log.Add(2);
        await using var replica = new Replica(_log, connection, _time.AddProcess(connection).Options);
        await replica.HandlesAsync(2);

        await connection.GetDatabase().KeyDeleteAsync("inbox:{events:leads}");
        await _time.PassUntilAsync(() => replica.Handled.Count > 2);
        await replica.HandlesAsync(4);

        // Nothing is lost; what is repeated is documented.
        replica.Handled.Should().Equal(1, 2, 1, 2);
    }

    [Theory]
    [OnEachServer]
    public async Task Write_LowerNumberThatArrivesLate_DoesNotReplaceAHigherOne(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var store = new RedisEventCheckpointStore(connection, "leads");
        await using (var checkpoint = (await store.OpenAsync())!)
        {
            (await checkpoint.ReadAsync()).Should().BeNull();
            await checkpoint.WriteAsync(8);
            await checkpoint.WriteAsync(7);
        }

        await using var again = (await store.OpenAsync())!;
        (await again.ReadAsync()).Should().Be(8);
        (await connection.GetDatabase().KeyTimeToLiveAsync("inbox:{events:leads}")).Should().BeNull();
    }

    [Theory]
    [OnEachServer]
    public async Task Host_WithTheRegisteredCheckpoint_ProcessesEvents(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 1 });
        sandbox.State.Update(sandbox.State.Prospects[0] with { Notes = "Asked for a demo" });
        var handled = new TaskCompletionSource<InboxEvent>();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(server.ConnectionString));
        builder.Services
            .AddInboxClient(options => (options.BaseAddress, options.Token) = (sandbox.BaseAddress, sandbox.Token))
            .AddRedisEventCheckpoint("leads")
            .AddInboxEvents((item, _) =>
            {
                handled.TrySetResult(item);
                return Task.CompletedTask;
            });
        builder.Services.AddRedisLeases(options => options.KeyPrefix = "crm:");
        using var host = builder.Build();
        await host.StartAsync();

        (await handled.Task.WaitAsync(TestTimeout.Token())).Seq.Should().Be(1);

        var redis = host.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        await Eventually.BeTrueAsync(() => redis.HashGet("crm:{events:leads}", "v") == 1);
        await using (var lease = await host.Services.GetRequiredService<IInboxLeases>().AcquireAsync("report"))
            (await redis.KeyExistsAsync("crm:{lease:report}")).Should().BeTrue();
        await host.StopAsync();
        (await redis.HashExistsAsync("crm:{events:leads}", "h")).Should().BeFalse();
    }

    [Theory]
    [OnEachServer]
    public async Task Host_InStandby_IsHealthy_AndStops(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await using var held = await new RedisEventCheckpointStore(connection, "leads").OpenAsync();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IConnectionMultiplexer>(connection);
        builder.Services
            .AddInboxClient(options => options.Token = "ibt_token")
            .AddRedisEventCheckpoint("leads")
            .AddInboxEvents((_, _) => Task.CompletedTask);
        builder.Services.AddHealthChecks().AddInboxEvents();
        using var host = builder.Build();
        await host.StartAsync();
        await Eventually.BeTrueAsync(() => host.Services.GetRequiredService<InboxEventProcessor>().Status.IsStandby);

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        report.Status.Should().Be(HealthStatus.Healthy);
        report.Entries["inbox-events"].Description.Should().Contain("waits for the checkpoint");
        await host.StopAsync().WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public void Register_WithoutAConnection_SaysWhatToRegister()
    {
        using var provider = new ServiceCollection().AddRedisLeases().BuildServiceProvider();

        provider.Invoking(it => it.GetRequiredService<IInboxLeases>()).Should().Throw<InvalidOperationException>().WithMessage("*AddSingleton<IConnectionMultiplexer>*");
    }

    [Fact]
    public void Register_TwiceForAClient_Throws()
    {
        var services = new ServiceCollection();
        var client = services.AddInboxClient(options => options.Token = "ibt_token").AddRedisEventCheckpoint("leads");

        services.AddKeyedInboxClient("emea", options => options.Token = "ibt_token").AddRedisEventCheckpoint("leads:emea");
        client.Invoking(again => again.AddRedisEventCheckpoint("others")).Should().Throw<InvalidOperationException>().WithMessage("*already*");
    }

    [Theory]
    [InlineData("Duration", "00:00:00.5", "*Duration must be from 1 second to 10 minutes*")]
    [InlineData("KeyPrefix", "a{b}", "*KeyPrefix must have up to 100 characters, without braces and spaces*")]
    [InlineData("KeyPrefix", "a b", "*KeyPrefix must have up to 100 characters, without braces and spaces*")]
    public void Register_WrongSection_PreventsTheStart(string key, string value, string message)
    {
        var services = new ServiceCollection();
        services.AddInboxClient(options => options.Token = "ibt_token").AddRedisEventCheckpoint("leads");
        services.Configure<RedisLeaseOptions>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [key] = value }).Build());
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Invoking(start => start.Validate()).Should().Throw<OptionsValidationException>().WithMessage(message);
    }

    /// <summary>Represents a replica of an application that processes events.</summary>
    private sealed class Replica : IAsyncDisposable
    {
        private readonly ConcurrentQueue<long> _handled = new();
        private readonly LogRecorder _logs = new();
        private readonly Task _running;
        private int _isDisposed;

        public Replica(EventLog log, IConnectionMultiplexer connection, RedisLeaseOptions options, Func<InboxEvent, CancellationToken, Task>? handler = null)
        {
            options.Logger = _logs.CreateLogger("InboxSdk");
            Processor = new(
                log,
                async (item, token) =>
                {
                    if (handler is not null)
                        await handler(item, token);
                    _handled.Enqueue(item.Seq);
                },
                new() { Checkpoint = new RedisEventCheckpointStore(connection, "leads", options), TimeProvider = options.TimeProvider, Logger = options.Logger });
            _running = Processor.RunAsync();
        }

        public InboxEventProcessor Processor { get; }

        public ConcurrentQueue<long> Handled => _handled;

        public IEnumerable<string?> Logged => _logs.Own.Select(entry => entry.Event.Name);

        public IEnumerable<string> LoggedTexts => _logs.Own.Select(entry => entry.Text);

        public bool HasHandled(int count) => _handled.Count >= count && Processor.Status.Seq >= _handled.Last();

        public Task HandlesAsync(int count) => Eventually.BeTrueAsync(() => HasHandled(count));

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
                return;
            await Processor.StopAsync().WaitAsync(TestTimeout.Token());
            await _running;
            Processor.Dispose();
        }
    }
}
