using System.Globalization;
using InboxSdk.Server;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace InboxSdk.Leases;

/// <summary>Executes the scripts of leases. Its methods fail as <see cref="RedisServer"/> does.</summary>
internal sealed class LeaseClient
{
    private static readonly TimeSpan MaxCallLimit = TimeSpan.FromSeconds(1);

    private readonly RedisLeaseOptions _options;

    public LeaseClient(IConnectionMultiplexer connection, RedisLeaseOptions? options)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _options = options?.Copy() ?? new();
        _options.ThrowIfInvalid();
        // Several calls within the time in which the lease must be renewed.
        var limit = _options.Duration / 3;
        Server = new(connection, _options.TimeProvider, limit < MaxCallLimit ? limit : MaxCallLimit);
    }

    public RedisServer Server { get; }

    public TimeSpan Duration => _options.Duration;

    public TimeProvider TimeProvider => _options.TimeProvider;

    public ILogger Logger => _options.Logger ?? NullLogger.Instance;

    private RedisValue Now => _options.ServerTime?.Invoke() ?? 0;

    public LeaseKeys Keys(string kind, string name) => new(_options, kind, name);

    public async Task<LeaseGrant> TryAcquireAsync(LeaseKeys keys, string holder, LeaseUse use, CancellationToken cancellationToken)
    {
        var sentAt = TimeProvider.GetTimestamp();
        var reply = await Server.RunAsync(
            LeaseScripts.Acquire, Kept(keys, use), [Now, holder, Milliseconds(Duration), Milliseconds(use.Life), use.IsOnce ? 1 : 0], cancellationToken).ConfigureAwait(false);
        return reply switch
        {
            [0, var remaining] => new(LeaseState.Held, Remaining: TimeSpan.FromMilliseconds(remaining)),
            [1, var number, var value] => new(LeaseState.Acquired, number, value < 0 ? null : value, SentAt: sentAt),
            _ => new(LeaseState.Complete),
        };
    }

    /// <returns>False if the lease is lost.</returns>
    public async Task<bool> RenewAsync(LeaseKeys keys, long number, LeaseUse use, CancellationToken cancellationToken) =>
        await Server.RunAsync(LeaseScripts.Renew, Kept(keys, use), [Now, Text(number), Milliseconds(Duration), Milliseconds(use.Life)], cancellationToken).ConfigureAwait(false)
            is [1];

    public Task ReleaseAsync(LeaseKeys keys, string holder, CancellationToken cancellationToken) =>
        Server.RunAsync(LeaseScripts.Release, [keys.Guard, keys.Lease], [holder], cancellationToken);

    /// <param name="keys">The keys of the lease.</param>
    /// <param name="number">The number of the lease, or <see langword="null"/> to write without one, and end it.</param>
    /// <param name="value">The value, which only increases.</param>
    /// <param name="use">What the lease is for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False if the lease is lost.</returns>
    public async Task<bool> WriteAsync(LeaseKeys keys, long? number, long value, LeaseUse use, CancellationToken cancellationToken) =>
        await Server.RunAsync(LeaseScripts.Write, [keys.Guard, keys.Lease], [number is { } held ? Text(held) : "", Text(value), Milliseconds(use.Life)], cancellationToken).ConfigureAwait(false) is [1];

    /// <returns>The first element of the reply.</returns>
    public async Task<long> AppendAsync(LeaseKeys keys, long number, long expectedLength, LeaseUse use, IReadOnlyList<string> records, CancellationToken cancellationToken) =>
        (await Server.RunAsync(
            LeaseScripts.Append,
            [keys.Guard, keys.Lease, keys.Log],
            [Text(number), Text(expectedLength), Milliseconds(use.Life), .. records.Select(record => (RedisValue)record)],
            cancellationToken).ConfigureAwait(false))[0];

    private static RedisKey[] Kept(LeaseKeys keys, LeaseUse use) => use.HasLog ? [keys.Guard, keys.Lease, keys.Log] : [keys.Guard, keys.Lease];

    // Compared with what the server has stored as text.
    private static RedisValue Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static RedisValue Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;
}
