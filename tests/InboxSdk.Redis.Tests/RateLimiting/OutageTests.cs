using InboxSdk.Redis.Tests.Support;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Redis.Tests.RateLimiting;

/// <summary>What a process does while the server does not respond, or refuses its calls: it limits its requests to its share, logs why, and returns.</summary>
public sealed class OutageTests
{
    private static readonly InboxPermitResult Accepted = new() { Outcome = InboxPermitOutcome.Accepted };
    private static readonly InboxPermitRequest Patient = new() { MaxWait = TimeSpan.MaxValue };

    [Theory]
    [OnEachServer]
    public async Task Acquire_WhenTheServerStops_IsPermittedAloneAndSharedAgainAfterItStarts(TestServerKind kind)
    {
        var log = new TestLog();
        await using var test = await Team.StartAsync(kind, Minute(300));
        var limiter = test.Process(new() { Logger = log, ExpectedProcessCount = 3 });
        await UseAsync(limiter);

        await test.Server.StopAsync();
        await UseAsync(limiter);
        await UseAsync(limiter);

        var outage = await log.NextAsync();
        outage.Event.Should().Be("RedisUnavailable");
        outage.Text.Should().Contain("this process is limited to 100 in 00:01:00").And.Contain("Check that");
        (await limiter.GetSnapshotAsync()).Windows.Should().ContainSingle();
        await test.Server.StartAsync();
        (await log.NextAsync()).Event.Should().Be("RedisStateLost");
        (await log.NextAsync()).Event.Should().Be("RedisRestored");
        await UseAsync(limiter);
        (await limiter.GetSnapshotAsync()).Windows[0].Used.Should().Be(4, "the state has what was sent before and during the outage");
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_WhileTheServerIsStalled_IsPermittedAloneAndReportedAfterwards(TestServerKind kind)
    {
        var log = new TestLog();
        await using var test = await Team.StartAsync(kind, Minute(300));
        await using var proxy = StallingProxy.Start(test.Server);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(proxy.ConnectionString);
        var limiter = test.Process(new() { Logger = log }, connection);
        await UseAsync(limiter);

        proxy.Stall();
        await UseAsync(limiter);
        (await log.NextAsync()).Text.Should().Contain("is not available (timeout)");
        await UseAsync(limiter);
        proxy.Resume();
        (await log.NextAsync()).Event.Should().Be("RedisRestored");
        await limiter.DisposeAsync();

        var other = test.Process();
        await UseAsync(other);
        (await other.GetSnapshotAsync()).Windows[0].Used.Should().Be(4);
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_WithoutAServerFromTheBeginning_IsLimitedToTheShareOfTheExpectedProcesses(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(4));
        await test.Server.StopAsync();
        var limiter = test.Process(new() { ExpectedProcessCount = 2 });

        await UseAsync(limiter);
        await UseAsync(limiter);

        var rejected = async () => await limiter.AcquireAsync(new());
        (await rejected.Should().ThrowAsync<InboxRateLimitException>()).Which.RetryAfter.Should().BeCloseTo(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_WhileAlone_AppliesARejection(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(300));
        await test.Server.StopAsync();
        var limiter = test.Process();
        await (await limiter.AcquireAsync(Patient)).CompleteAsync(new() { Outcome = InboxPermitOutcome.Rejected, RetryAfter = TimeSpan.FromSeconds(30) });

        var rejected = async () => await limiter.AcquireAsync(new() { MaxWait = TimeSpan.FromSeconds(10) });

        (await rejected.Should().ThrowAsync<InboxRateLimitException>()).Which.RetryAfter.Should().BeCloseTo(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_WithThePolicyToRefuse_ThrowsWithTheCause(TestServerKind kind)
    {
        var log = new TestLog();
        await using var test = await Team.StartAsync(kind, Minute(300));
        var limiter = test.Process(new() { OnOutage = RedisOutagePolicy.Refuse, Logger = log });
        await UseAsync(limiter);
        await test.Server.StopAsync();

        for (var i = 0; i < 2; i++)
        {
            (await FluentActions.Awaiting(() => limiter.AcquireAsync(new() { MaxWait = TimeSpan.FromHours(1) }).AsTask()).Should().ThrowAsync<InboxRateLimitException>())
                .Which.Message.Should().Contain("OnOutage refuses requests").And.Contain("Check that");
        }

        var bulk = limiter.AcquireAsync(Patient with { Priority = RateLimitPriority.Bulk }).AsTask();
        (await log.NextAsync()).Text.Should().Contain("requests fail");
        bulk.IsCompleted.Should().BeFalse();
        await test.Server.StartAsync();
        await (await bulk.WaitAsync(TestTimeout.Token())).CompleteAsync(Accepted);
        (await log.NextAsync()).Event.Should().Be("RedisStateLost");
        (await log.NextAsync()).Event.Should().Be("RedisRestored");
        await UseAsync(limiter);
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_AfterTheStateIsDeleted_RestoresIt(TestServerKind kind)
    {
        var log = new TestLog();
        await using var test = await Team.StartAsync(kind, Minute(300));
        var limiter = test.Process(new() { Logger = log });
        await UseAsync(limiter);

        await test.Connection.GetDatabase().ExecuteAsync("FLUSHALL");
        await UseAsync(limiter);

        (await log.NextAsync()).Event.Should().Be("RedisStateLost");
        (await limiter.GetSnapshotAsync()).Windows[0].Used.Should().Be(2);
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_WhileAnotherProcessReceivesNoReplies_LeavesItItsShare(TestServerKind kind)
    {
        var log = new TestLog();
        await using var test = await Team.StartAsync(kind, Minute(20));
        await using var proxy = StallingProxy.Start(test.Server);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(proxy.ConnectionString);
        var (connected, alone) = (test.Process(), test.Process(new() { Logger = log }, connection));
        await UseAsync(connected);
        await UseAsync(alone);
        await UseAsync(alone);

        proxy.StallReplies();
        await UseAsync(alone);
        (await log.NextAsync()).Text.Should().Contain("is limited to 10 in 00:01:00");
        var sentShared = await UseAllAsync(connected);
        var sentAlone = await UseAllAsync(alone);

        (4 + sentAlone + sentShared).Should().BeInRange(14, 20);
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_AfterTheStateIsDeleted_WaitsForTheOthersAtWork(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(20));
        var (limiter, other) = (test.Process(), test.Process());
        await UseAsync(limiter);
        for (var i = 0; i < 15; i++)
            await UseAsync(other);
        await other.AcquireAsync(Patient);

        await test.Connection.GetDatabase().ExecuteAsync("FLUSHALL");

        (await UseAllAsync(limiter)).Should().BeLessThanOrEqualTo(20 - 17);
        (await limiter.GetSnapshotAsync()).Windows[0].Used.Should().BeInRange(17, 20);
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_WithAKeyOfAnotherApplication_LogsTheCure(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(300));
        await test.Connection.GetDatabase().StringSetAsync("inbox:{team}:all:300/60000", "text");

        await FailsAsync(test, "wrong_type", LogLevel.Error, "KeyPrefix");
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_WithACommandMapWithoutScripts_LogsTheCure(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(300));
        var configuration = ConfigurationOptions.Parse(test.Server.ConnectionString);
        configuration.CommandMap = CommandMap.Create(["EVAL", "EVALSHA"], available: false);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(configuration);

        await FailsAsync(test, "command_disabled", LogLevel.Error, "CommandMap", connection);
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_WithAConnectionThatIsDisposed_LogsTheCure(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(300));
        var connection = await ConnectionMultiplexer.ConnectAsync(test.Server.ConnectionString);
        await connection.DisposeAsync();

        await FailsAsync(test, "disposed", LogLevel.Error, "Dispose the IConnectionMultiplexer after", connection);
    }

#if NET10_0_OR_GREATER
    [Fact]
    public async Task Acquire_OnAGarnetWithoutScripts_LogsTheCure()
    {
        await using var server = new GarnetTestServer(isTransactional: false, hasScripts: false);
        await server.StartAsync();
        await using var connection = await server.ConnectAsync();
        var log = new TestLog();
        await using var limiter = RedisRateLimiter.Create(connection, new() { Name = "team", Logger = log });

        await UseAsync(limiter);

        var message = await log.NextAsync();
        message.Level.Should().Be(LogLevel.Error);
        message.Text.Should().Contain("(refused)").And.Contain("EnableLua");
    }
#endif

    [RedisServerTheory]
    [InlineData("out_of_memory", LogLevel.Warning, "maxmemory", "CONFIG SET maxmemory 1")]
    [InlineData("read_only", LogLevel.Warning, "connect to the primary", "REPLICAOF 127.0.0.1 1")]
    [InlineData("no_replicas", LogLevel.Warning, "min-replicas-to-write", "CONFIG SET min-replicas-to-write 1")]
    [InlineData("no_permission", LogLevel.Error, "docs/redis.md", "ACL SETUSER default -evalsha -eval")]
    [InlineData("no_permission", LogLevel.Error, "docs/redis.md", "ACL SETUSER default resetkeys ~other:*")]
    [InlineData("refused", LogLevel.Error, "docs/redis.md", "ACL SETUSER default -time")]
    public async Task Acquire_WhenTheServerRefusesTheScript_LogsTheCure(string reason, LogLevel level, string cure, string command)
    {
        await using var test = await Team.StartAsync(TestServerKind.Redis, Minute(300));
        await using var connection = await ConnectionMultiplexer.ConnectAsync(test.Server.ConnectionString);
        var words = command.Split(' ');
        await test.Connection.GetServers()[0].ExecuteAsync(words[0], [.. words[1..]]);

        await FailsAsync(test, reason, level, cure, connection);
    }

    [RedisServerTheory]
    [InlineData("maxmemory 1", "maxmemory 0")]
    [InlineData("min-replicas-to-write 1", "min-replicas-to-write 0")]
    public async Task Acquire_AfterTheServerAcceptsTheScriptAgain_IsShared(string refuse, string accept)
    {
        var log = new TestLog();
        await using var test = await Team.StartAsync(TestServerKind.Redis, Minute(300));
        var server = test.Connection.GetServers()[0];
        var limiter = test.Process(new() { Logger = log });
        await UseAsync(limiter);

        await server.ConfigSetAsync(refuse.Split(' ')[0], refuse.Split(' ')[1]);
        await UseAsync(limiter);
        (await log.NextAsync()).Event.Should().Be("RedisUnavailable");
        await server.ConfigSetAsync(accept.Split(' ')[0], accept.Split(' ')[1]);

        (await log.NextAsync()).Event.Should().Be("RedisRestored");
        await UseAsync(limiter);
        (await limiter.GetSnapshotAsync()).Windows[0].Used.Should().Be(3);
    }

    [RedisServerFact]
    public async Task Acquire_WhileTheServerIsPaused_IsPermittedAloneAndReportedAfterwards()
    {
        var log = new TestLog();
        await using var test = await Team.StartAsync(TestServerKind.Redis, Minute(300));
        var limiter = test.Process(new() { Logger = log });
        await UseAsync(limiter);

        await test.Connection.GetServers()[0].ExecuteAsync("CLIENT", "PAUSE", "3000");
        await UseAsync(limiter);

        (await log.NextAsync()).Text.Should().Contain("is not available (timeout)");
        (await log.NextAsync()).Event.Should().Be("RedisRestored");
        await UseAsync(limiter);
        (await limiter.GetSnapshotAsync()).Windows[0].Used.Should().Be(3);
    }

    [RedisServerTheory]
    [InlineData("requirepass secret", "RedisMisconfigured")]
    [InlineData("maxclients 1", null)]
    public async Task Acquire_WithAConnectionThatIsNotPermitted_IsPermittedAlone(string setting, string? cause)
    {
        var log = new TestLog();
        await using var test = await Team.StartAsync(TestServerKind.Redis, Minute(300));
        await test.Connection.GetServers()[0].ConfigSetAsync(setting.Split(' ')[0], setting.Split(' ')[1]);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(test.Server.ConnectionString);
        var limiter = test.Process(new() { Logger = log }, connection);

        await UseAsync(limiter);

        (await log.NextAsync()).Event.Should().Be("RedisUnavailable");
        if (cause is null)
            return;
        // Known when the call ends in the client.
        var second = await log.NextAsync();
        second.Event.Should().Be(cause);
        second.Text.Should().Contain("(authentication)").And.Contain("Check the user and the password");
    }

    [RedisServerFact]
    public async Task Acquire_WhileAScriptOfOthersBlocksTheServer_LogsTheCure()
    {
        await using var test = await Team.StartAsync(TestServerKind.Redis, Minute(300));
        var server = test.Connection.GetServers()[0];
        await server.ConfigSetAsync("busy-reply-threshold", "1");
        await using var other = await test.Server.ConnectAsync();
        var blocking = other.GetDatabase().ScriptEvaluateAsync("while true do end");
        while (await IsFreeAsync(server))
            await Task.Yield();

        await FailsAsync(test, "busy", LogLevel.Warning, "SCRIPT KILL");

        await server.ExecuteAsync("SCRIPT", "KILL");
        await FluentActions.Awaiting(() => blocking).Should().ThrowAsync<RedisServerException>();
    }

    private static async Task<bool> IsFreeAsync(IServer server)
    {
        try
        {
            await server.PingAsync();
            return true;
        }
        catch (RedisServerException)
        {
            return false;
        }
    }

    // The first request is permitted alone, and the log has the cure.
    private static async Task FailsAsync(Team test, string reason, LogLevel level, string cure, IConnectionMultiplexer? connection = null)
    {
        var log = new TestLog();
        var limiter = test.Process(new() { Logger = log }, connection);

        await UseAsync(limiter);

        var message = await log.NextAsync();
        message.Event.Should().Be(level == LogLevel.Error ? "RedisMisconfigured" : "RedisUnavailable");
        message.Level.Should().Be(level);
        message.Text.Should().Contain($"is not available ({reason})").And.Contain(cure);
    }

    // As long as the wait is short.
    private static async Task<int> UseAllAsync(RedisRateLimiter limiter)
    {
        for (var count = 0; ; count++)
        {
            try
            {
                await (await limiter.AcquireAsync(new() { MaxWait = TimeSpan.FromSeconds(5) })).CompleteAsync(Accepted);
            }
            catch (InboxRateLimitException)
            {
                return count;
            }
        }
    }

    private static RateLimitWindow Minute(int limit) => new() { Limit = limit, Length = TimeSpan.FromMinutes(1) };

    private static async Task UseAsync(RedisRateLimiter limiter) => await (await limiter.AcquireAsync(Patient)).CompleteAsync(Accepted);
}
