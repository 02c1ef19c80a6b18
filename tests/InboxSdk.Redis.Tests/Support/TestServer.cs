using InboxSdk.Kill;

namespace InboxSdk.Redis.Tests.Support;

/// <summary>Represents a server with empty memory that belongs to one test. It keeps its port when it is stopped and started again.</summary>
internal abstract class TestServer : IAsyncDisposable
{
    public const string WithoutRedis = "redis-server is not installed (Debian: apt-get install redis-server)";

    /// <summary>Gets the servers of this machine.</summary>
    public static IReadOnlyList<TestServerKind> Kinds { get; } =
    [
#if NET10_0_OR_GREATER
        TestServerKind.Garnet,
        TestServerKind.GarnetTransactions,
#endif
        .. RedisTestServer.Path is null ? Array.Empty<TestServerKind>() : [TestServerKind.Redis],
    ];

    // The first start of a kind compiles it, which can take longer than a call may.
    private static readonly Dictionary<TestServerKind, Lazy<Task>> Prepared = Kinds.ToDictionary(kind => kind, kind => new Lazy<Task>(() => PrepareAsync(kind)));

    private readonly ClosedPort _port = ClosedPort.ForServer();

    public int Port => _port.Port;

    public string ConnectionString => $"127.0.0.1:{Port},abortConnect=false";

    /// <summary>Starts a server.</summary>
    public static async Task<TestServer> StartAsync(TestServerKind kind)
    {
        await Prepared[kind].Value;
        return await StartUnpreparedAsync(kind);
    }

    private static async Task PrepareAsync(TestServerKind kind)
    {
        await using var server = await StartUnpreparedAsync(kind);
        await using var connection = await server.ConnectAsync();
        await using var limiter = RedisRateLimiter.Create(connection, new() { Name = "team" });
        for (var i = 0; i < 10; i++)
            await (await limiter.AcquireAsync(new() { MaxWait = TimeSpan.MaxValue })).CompleteAsync(new() { Outcome = InboxPermitOutcome.Accepted });
    }

    private static async Task<TestServer> StartUnpreparedAsync(TestServerKind kind)
    {
        TestServer server = kind switch
        {
#if NET10_0_OR_GREATER
            TestServerKind.Garnet => new GarnetTestServer(isTransactional: false),
            TestServerKind.GarnetTransactions => new GarnetTestServer(isTransactional: true),
#endif
            TestServerKind.Redis => new RedisTestServer(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts the server, or starts it again on the same port, with empty memory.</summary>
    public abstract Task StartAsync();

    /// <summary>Stops the server at once, as if it were killed. Its memory is lost.</summary>
    public abstract Task StopAsync();

    /// <summary>Connects as a user that may run every command.</summary>
    public async Task<ConnectionMultiplexer> ConnectAsync() => await ConnectionMultiplexer.ConnectAsync($"{ConnectionString},allowAdmin=true");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _port.Dispose();
    }
}
