using System.Security.Cryptography;
using System.Text;
using InboxSdk;
using InboxSdk.RateLimiting;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The rate limiter of a registered client, which is created with the client's options.</summary>
/// <param name="services">The services.</param>
/// <param name="serviceKey">The key of the client, or <see langword="null"/>.</param>
internal sealed class RegisteredRateLimiter(IServiceProvider services, string? serviceKey) : IAsyncDisposable, IDisposable
{
    private readonly object _lock = new();
    private Task<ConnectionMultiplexer>? _connection;
    private bool _isDisposed;

    /// <summary>Gets the rate limiter, or <see langword="null"/> if the client has not been created.</summary>
    public RedisRateLimiter? RateLimiter { get; private set; }

    /// <summary>Returns the rate limiter; the first call creates it.</summary>
    public RedisRateLimiter GetOrCreate(InboxClientOptions client)
    {
        lock (_lock)
            return RateLimiter ??= Create(client);
    }

    public void Dispose()
    {
        RateLimiter?.Dispose();
        TakeConnection()?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (RateLimiter is not null)
            await RateLimiter.DisposeAsync().ConfigureAwait(false);
        if (TakeConnection() is { } connection)
            await connection.DisposeAsync().ConfigureAwait(false);
    }

    private ConnectionMultiplexer? TakeConnection()
    {
        lock (_lock)
        {
            var connection = _isDisposed || _connection is not { IsCompletedSuccessfully: true } ? null : _connection.Result;
            _isDisposed = true;
            return connection;
        }
    }

    private RedisRateLimiter Create(InboxClientOptions client)
    {
        var options = services.GetRequiredService<IOptionsMonitor<RedisRateLimiterOptions>>().Get(serviceKey ?? Options.Options.DefaultName).Copy();
        options.TimeProvider ??= client.TimeProvider;
        options.Name ??= NameOf(client) ?? throw new OptionsValidationException(Options.Options.DefaultName, typeof(RedisRateLimiterOptions),
            ["RedisRateLimiterOptions.Name is required for a client with a TokenProvider, such as the name of the team: all processes with the same name share the quota."]);
        return new RedisRateLimiter(Database(options), options, client.RateLimit, client.ApiVersion, client.Retry.MaxRetryAfter);
    }

    private Func<ValueTask<IDatabaseAsync>> Database(RedisRateLimiterOptions options)
    {
        if (options.ConnectionString is { } connectionString && options.Connection is null)
            return () => DatabaseAsync(connectionString);
        var connection = options.Connection
            ?? (serviceKey is null ? null : services.GetKeyedService<IConnectionMultiplexer>(serviceKey))
            ?? services.GetService<IConnectionMultiplexer>()
            ?? throw new OptionsValidationException(Options.Options.DefaultName, typeof(RedisRateLimiterOptions),
                ["There is no Redis connection. Register an IConnectionMultiplexer, or set RedisRateLimiterOptions.Connection or ConnectionString."]);
        return () => new(connection.GetDatabase());
    }

    private async ValueTask<IDatabaseAsync> DatabaseAsync(string connectionString)
    {
        Task<ConnectionMultiplexer> connection;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(RedisRateLimiter));
            // It connects in the background, also if the server starts later; a connection string that is invalid fails each time.
            connection = _connection is null or { IsFaulted: true } ? _connection = ConnectAsync(connectionString) : _connection;
        }

        return (await connection.ConfigureAwait(false)).GetDatabase();
    }

    private static async Task<ConnectionMultiplexer> ConnectAsync(string connectionString)
    {
        var configuration = ConfigurationOptions.Parse(connectionString);
        configuration.AbortOnConnectFail = false;
        return await ConnectionMultiplexer.ConnectAsync(configuration).ConfigureAwait(false);
    }

    // A hash of a hash: the token cannot be guessed from the name. The same token at another address has another quota.
    private static string? NameOf(InboxClientOptions client)
    {
        // The validation of the client reports a token that is missing.
        if (client.Token is null)
            return client.TokenProvider is null ? "none" : null;
        var address = client.BaseAddress is { IsAbsoluteUri: true } uri ? uri.GetLeftPart(UriPartial.Path).TrimEnd('/') : client.ApiVersion.ToString();
        var token = SHA256.HashData(Encoding.UTF8.GetBytes(client.Token));
        return Convert.ToHexString(SHA256.HashData([.. token, .. Encoding.UTF8.GetBytes(address)]))[..32];
    }
}
