using InboxSdk.Redis.Tests.Support;
using InboxSdk.Tests.Diagnostics;
using Microsoft.Extensions.Options;

namespace InboxSdk.Redis.Tests.Leases;

public sealed class RedisLeasesTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    private readonly LeaseTime _time = new();

    [Theory]
    [OnEachServer]
    public async Task Acquire_NameIsHeld_WaitsUntilItIsReleased(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var (first, second) = (new RedisLeases(connection, _time.AddProcess(connection).Options), new RedisLeases(connection, _time.AddProcess(connection).Options));
        var held = await first.AcquireAsync("report");

        (await second.TryAcquireAsync("report")).Should().BeNull();
        await using (var other = await second.TryAcquireAsync("another"))
            other.Should().NotBeNull();
        var waiting = second.AcquireAsync("report");
        await _time.PassAsync(TimeSpan.FromMinutes(3));
        waiting.IsCompleted.Should().BeFalse();
        held.Lost.IsCancellationRequested.Should().BeFalse();

        await held.DisposeAsync();
        await using var next = await _time.PassUntilDoneAsync(waiting);

        next.FencingToken.Should().BeGreaterThan(held.FencingToken);
        held.Lost.IsCancellationRequested.Should().BeFalse();
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_HolderWasKilled_TakesOverWhenTheLeaseEnds(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var (options, killed) = _time.AddProcess(connection);
        await using var held = await new RedisLeases(connection, options).AcquireAsync("report");
        var waiting = new RedisLeases(connection, _time.AddProcess(connection).Options).AcquireAsync("report");
        killed.IsStopped = true;

        var elapsed = await _time.PassUntilAsync(() => waiting.IsCompleted);

        elapsed.Should().BeGreaterThanOrEqualTo(Duration).And.BeLessThan(Duration * 2);
        await using var next = await waiting;
        next.FencingToken.Should().BeGreaterThan(held.FencingToken);

        // It was only suspended.
        killed.IsStopped = false;
        await _time.PassUntilAsync(() => held.Lost.IsCancellationRequested);
        next.Lost.IsCancellationRequested.Should().BeFalse();
    }

    [Theory]
    [OnEachServer]
    public async Task Lost_ServerDoesNotRespondToTheHolder_IsCancelledBeforeAnotherAcquires(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await using var proxy = StallingProxy.Start(server);
        await using var isolated = await ConnectionMultiplexer.ConnectAsync(proxy.ConnectionString);
        var held = await new RedisLeases(isolated, _time.AddProcess(connection: null).Options).AcquireAsync("report");
        var waiting = new RedisLeases(connection, _time.AddProcess(connection).Options).AcquireAsync("report");
        proxy.Stall();

        var untilLost = await _time.PassUntilAsync(() => held.Lost.IsCancellationRequested);
        waiting.IsCompleted.Should().BeFalse();
        await using var next = await _time.PassUntilDoneAsync(waiting);

        untilLost.Should().BeGreaterThan(Duration / 2);
        // The scripts that were stalled are executed now, so the release may be repeated.
        proxy.Resume();
        var releasing = held.DisposeAsync().AsTask();
        await _time.PassUntilAsync(() => releasing.IsCompleted);
        await releasing;
        next.Lost.IsCancellationRequested.Should().BeFalse();
    }

    [Theory]
    [OnEachServer]
    public async Task Lost_ServerHasLostItsMemory_IsCancelledAtTheNextRenewal(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await using var held = await new RedisLeases(connection, _time.AddProcess(connection).Options).AcquireAsync("report");

        await connection.GetDatabase().KeyDeleteAsync("inbox:{lease:report}");

        (await _time.PassUntilAsync(() => held.Lost.IsCancellationRequested)).Should().BeLessThan(Duration * 0.8);
        // The clock of the server keeps the numbers increasing.
        await using var next = await new RedisLeases(connection, _time.AddProcess(connection).Options).AcquireAsync("report");
        next.FencingToken.Should().BeGreaterThan(held.FencingToken);
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_ClockOfTheServerWentBack_TakesOverWithinTheDuration(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var (options, killed) = _time.AddProcess(connection);
        await using var held = await new RedisLeases(connection, options).AcquireAsync("report");
        killed.IsStopped = true;
        _time.JumpServer(TimeSpan.FromHours(-1));
        var waiting = new RedisLeases(connection, _time.AddProcess(connection).Options).AcquireAsync("report");

        var elapsed = await _time.PassUntilAsync(() => waiting.IsCompleted);

        elapsed.Should().BeLessThan(Duration * 2);
        (await waiting).FencingToken.Should().BeGreaterThan(held.FencingToken);
        await (await waiting).DisposeAsync();
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_ManyProcessesAtOnce_OneHoldsIt(TestServerKind kind)
    {
        const int processes = 8;
        await using var server = await TestServer.StartAsync(kind);
        var (holders, acquired) = (0, 0);
        var numbers = new List<long>();

        async Task ContendAsync()
        {
            await using var connection = await server.ConnectAsync();
            var leases = new RedisLeases(connection);
            while (Volatile.Read(ref acquired) < 100)
            {
                await using var lease = await leases.TryAcquireAsync("report", TestTimeout.Token());
                if (lease is null)
                    continue;
                Interlocked.Increment(ref holders).Should().Be(1);
                numbers.Add(lease.FencingToken);
                Interlocked.Increment(ref acquired);
                await Task.Yield();
                Interlocked.Decrement(ref holders);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, processes).Select(_ => Task.Run(ContendAsync)));

        numbers.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_ServerIsDown_ThrowsWithinTheLimitOfACall(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var (options, clock) = _time.AddProcess(connection);
        await server.StopAsync();
        var acquiring = new RedisLeases(connection, options).AcquireAsync("report");

        clock.Advance(TimeSpan.FromSeconds(1));

        var thrown = await acquiring.Awaiting(it => it.WaitAsync(TestTimeout.Token())).Should().ThrowAsync<InboxLeaseException>();
        thrown.WithMessage("*'report'*Check that the server runs*").Which.IsTransient.Should().BeTrue();
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_ServerRestartsDuringTheWait_WaitsOn(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(FailingFast(server));
        using var logs = new LogRecorder();
        var holder = new RedisLeases(connection, _time.AddProcess(connection).Options);
        await using var held = await holder.AcquireAsync("report");
        var options = _time.AddProcess(connection).Options;
        options.Logger = logs.CreateLogger("InboxSdk");
        var waiting = new RedisLeases(connection, options).AcquireAsync("report");
        await _time.PassUntilAsync(() => logs.Own.Any(entry => entry.Event.Name == "LeaseWaiting"));
        await server.StopAsync();
        await _time.PassUntilAsync(() => logs.Own.Any(entry => entry.Event.Name == "LeaseUnavailable"));
        waiting.IsCompleted.Should().BeFalse();

        await server.StartAsync();

        await using var next = await _time.PassUntilDoneAsync(waiting);
        logs.Own.Select(entry => entry.Event.Name).Should().StartWith(["LeaseWaiting", "LeaseUnavailable"]).And.EndWith("LeaseAcquired");
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_Cancelled_EndsAtOnce_AndHoldsNothing(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var leases = new RedisLeases(connection, _time.AddProcess(connection).Options);
        using var cancellation = new CancellationTokenSource();
        await using (await leases.AcquireAsync("report"))
        {
            var waiting = leases.AcquireAsync("report", cancellation.Token);
            await cancellation.CancelAsync();
            await waiting.Awaiting(it => it.WaitAsync(TestTimeout.Token())).Should().ThrowAsync<OperationCanceledException>();
        }

        await using var next = await leases.TryAcquireAsync("report");
        next.Should().NotBeNull();
        await leases.Awaiting(it => it.TryAcquireAsync("report", new(canceled: true))).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_KeyOfAnotherApplication_SaysSo_AndDoesNotChangeIt(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await connection.GetDatabase().StringSetAsync("inbox:{lease:report}", "theirs");

        var thrown = await new RedisLeases(connection).Awaiting(it => it.AcquireAsync("report")).Should().ThrowAsync<InboxLeaseException>();

        thrown.Which.IsTransient.Should().BeFalse();
        (await connection.GetDatabase().StringGetAsync("inbox:{lease:report}")).ToString().Should().Be("theirs");
    }

    [Theory]
    [OnEachServer]
    public async Task Dispose_ServerIsDown_EndsWithinTheLimitOfACall_AndLogsIt(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        using var logs = new LogRecorder();
        var (options, clock) = _time.AddProcess(connection);
        options.Logger = logs.CreateLogger("InboxSdk");
        var held = await new RedisLeases(connection, options).AcquireAsync("report");
        await server.StopAsync();

        var started = clock.GetUtcNow();
        var disposing = held.DisposeAsync().AsTask();
        while (!disposing.IsCompleted && clock.GetUtcNow() < started + Duration)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        await disposing.WaitAsync(TestTimeout.Token());
        logs.Own.Should().ContainSingle(entry => entry.Event.Name == "LeaseNotReleased");
        (clock.GetUtcNow() - started).Should().BeLessThan(Duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a{b}")]
    public async Task Acquire_InvalidName_Throws(string name)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync("127.0.0.1:1,abortConnect=false,connectTimeout=1,connectRetry=0");
        var leases = new RedisLeases(connection);

        await leases.Awaiting(it => it.AcquireAsync(name)).Should().ThrowAsync<ArgumentException>();
        await leases.Awaiting(it => it.TryAcquireAsync(new string('a', 201))).Should().ThrowAsync<ArgumentException>();
        FluentActions.Invoking(() => new RedisLeases(connection, new() { Duration = TimeSpan.Zero, KeyPrefix = "{", TimeProvider = null! }))
            .Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(3);
    }

    // Calls fail at once while there is no connection, instead of after seconds.
    private static ConfigurationOptions FailingFast(TestServer server)
    {
        var options = ConfigurationOptions.Parse(server.ConnectionString);
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return options;
    }
}
