namespace InboxSdk.Redis.Tests.Support;

/// <summary>Represents several rate limiters, as those of several processes, that share a server.</summary>
internal sealed class Team : IAsyncDisposable
{
    private readonly List<RedisRateLimiter> _limiters = [];
    private readonly RateLimitWindow[] _windows;

    private Team(TestServer server, ConnectionMultiplexer connection, RateLimitWindow[] windows) => (Server, Connection, _windows) = (server, connection, windows);

    public TestServer Server { get; }

    public ConnectionMultiplexer Connection { get; }

    public static async Task<Team> StartAsync(TestServerKind kind, params RateLimitWindow[] windows)
    {
        var server = await TestServer.StartAsync(kind);
        return new(server, await server.ConnectAsync(), windows);
    }

    /// <summary>Creates another rate limiter.</summary>
    /// <param name="options">The options; the default has only a name.</param>
    /// <param name="connection">Another connection; the default is that of the team.</param>
    public RedisRateLimiter Process(RedisRateLimiterOptions? options = null, IConnectionMultiplexer? connection = null)
    {
        options ??= new();
        options.Name = "team";
        var limiter = RedisRateLimiter.Create(connection ?? Connection, options, new() { Requests = _windows });
        _limiters.Add(limiter);
        return limiter;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var limiter in _limiters)
            limiter.Dispose();
        await Connection.DisposeAsync();
        await Server.DisposeAsync();
    }
}
