using System.Globalization;
using InboxSdk.RateLimiting;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace InboxSdk;

/// <summary>Shares a rate limit among processes, with a Redis, Valkey or Garnet server. Thread-safe; use one instance per client.</summary>
/// <remarks>
/// <para>With dependency injection, call <c>services.AddInboxClient().AddRedisRateLimiter()</c>. Otherwise set it as <see cref="InboxRateLimitOptions.Limiter"/> and dispose it after the
/// client.</para>
/// <para>Each request of all processes counts exactly, on the clock of the server. If the server does not respond within a second, each process limits its requests to its share, or
/// refuses them: <see cref="RedisRateLimiterOptions.OnOutage"/>.</para>
/// </remarks>
public sealed class RedisRateLimiter : IInboxRateLimiter, IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(1);

    // The same instance if reads and writes count together.
    private readonly SharedQuota _reads;
    private readonly SharedQuota _writes;

    internal RedisRateLimiter(
        Func<ValueTask<IDatabaseAsync>> database, RedisRateLimiterOptions options, InboxRateLimitOptions? limits, InboxApiVersion apiVersion, TimeSpan? maxRetryAfter = null, long? scriptClock = null)
    {
        options.ThrowIfInvalid();
        var timeProvider = options.TimeProvider ?? TimeProvider.System;
        // The windows that apply to these options, validated. The snapshot of this rate limiter is synchronous.
        var windows = InboxRateLimiter.Create(limits, apiVersion).GetSnapshotAsync().AsTask().Result.Windows;
        var pause = maxRetryAfter ?? TimeSpan.FromMinutes(1);
        var id = Guid.NewGuid().ToString("N");
        var quotas = windows.GroupBy(window => window.Kind).ToDictionary(group => group.Key, group =>
        {
            QuotaWindow[] all = [.. group.Select(window => new QuotaWindow(window.Limit, window.Length)).OrderBy(window => window.Length)];
            var settings = new SharedQuotaSettings
            {
                Name = options.Name!,
                Kind = group.Key,
                Windows = all,
                BulkReserve = limits?.BulkReserve ?? new InboxRateLimitOptions().BulkReserve,
                LongestPause = pause > LeastPause ? pause : LeastPause,
                Lease = options.Lease,
                OnOutage = options.OnOutage,
                ExpectedProcessCount = options.ExpectedProcessCount,
                TimeProvider = timeProvider,
                Logger = options.Logger ?? NullLogger.Instance,
#pragma warning disable RS0030 // The only source of randomness; the quota receives it as an argument.
                Random = Random.Shared.NextDouble,
#pragma warning restore RS0030
            };
            return new SharedQuota(settings, new(database, Key(options, group.Key, all), id, all, settings.BulkReserve, settings.LongestPause) { Clock = scriptClock });
        });
        _reads = quotas.GetValueOrDefault(RateLimitKind.Read) ?? quotas[RateLimitKind.All];
        _writes = quotas.GetValueOrDefault(RateLimitKind.Write) ?? quotas[RateLimitKind.All];
    }

    /// <summary>Creates a rate limiter without dependency injection.</summary>
    /// <param name="connection">The connection, made with <c>AbortOnConnectFail = false</c> (<c>abortConnect=false</c>), so that the application also starts without the server.</param>
    /// <param name="options">The options. <see cref="RedisRateLimiterOptions.Name"/> is required; <see cref="RedisRateLimiterOptions.Connection"/> and
    /// <see cref="RedisRateLimiterOptions.ConnectionString"/> are ignored.</param>
    /// <param name="limits">The windows and the reserve, the same in all processes, or <see langword="null"/> for the defaults.</param>
    /// <param name="apiVersion">The API version whose documented limits apply if <paramref name="limits"/> sets none. The default is <see cref="InboxApiVersion.V2"/>.</param>
    /// <returns>The rate limiter. Dispose it after the client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is missing or invalid; the message says which one and how to fix it.</exception>
    public static RedisRateLimiter Create(
        IConnectionMultiplexer connection, RedisRateLimiterOptions options, InboxRateLimitOptions? limits = null, InboxApiVersion apiVersion = InboxApiVersion.V2)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(options);
        return new(() => new(connection.GetDatabase()), options.Copy(), limits, apiVersion);
    }

    internal IEnumerable<SharedQuota> Quotas => _reads == _writes ? [_reads] : [_reads, _writes];

    /// <inheritdoc/>
    public ValueTask<InboxPermit> AcquireAsync(InboxPermitRequest request, CancellationToken cancellationToken = default) =>
        (request.Kind == RateLimitKind.Read ? _reads : _writes).AcquireAsync(request, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>The usage is that of the last reply of the server.</remarks>
    public ValueTask<RateLimitSnapshot> GetSnapshotAsync(CancellationToken cancellationToken = default) =>
        new(new RateLimitSnapshot { Windows = [.. Quotas.SelectMany(quota => quota.Snapshot())] });

    /// <summary>Stops all waits, which then throw an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        foreach (var quota in Quotas)
            quota.Dispose();
    }

    /// <summary>Stops all waits, which then throw an <see cref="ObjectDisposedException"/>, and reports the last requests to the server, for at most a second.</summary>
    /// <returns>A task that completes when the requests are reported, or could not be.</returns>
    public async ValueTask DisposeAsync() => await Task.WhenAll(Quotas.Select(quota => quota.DisposeAsync().AsTask())).ConfigureAwait(false);

    // The hash tag puts all keys of a quota in one slot of a cluster. Processes with other windows have another state.
    private static string Key(RedisRateLimiterOptions options, RateLimitKind kind, QuotaWindow[] windows)
    {
        var name = kind switch { RateLimitKind.Read => "read", RateLimitKind.Write => "write", _ => "all" };
        var limits = string.Join('+', windows.Select(window => string.Create(CultureInfo.InvariantCulture, $"{window.Limit}/{(long)window.Length.TotalMilliseconds}")));
        return $"{options.KeyPrefix}{{{options.Name}}}:{name}:{limits}";
    }
}
