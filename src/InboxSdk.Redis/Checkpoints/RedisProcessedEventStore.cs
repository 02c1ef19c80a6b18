using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using InboxSdk.Leases;
using InboxSdk.Server;
using StackExchange.Redis;

namespace InboxSdk.V2;

/// <summary>Stores the ids of processed events on a Redis, Valkey or Garnet server, so that several processes handle each event once: webhooks that reach any replica, and an
/// <see cref="InboxEventProcessor"/>.</summary>
/// <remarks>
/// <para>A claim is a lease: if its process is killed, the event can be claimed again after <see cref="RedisLeaseOptions.Duration"/>. The server stores a digest of each id, for 8 days: a day
/// longer than Inbox retains events.</para>
/// <para>If the server fails, the methods throw an <see cref="EventCheckpointException"/>.</para>
/// </remarks>
public sealed class RedisProcessedEventStore : IProcessedEventStore
{
    private const string Kind = "event";
    private const int DigestLength = 16;
    private const long Processed = 1;
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(250);
    private static readonly LeaseUse Use = new(TimeSpan.FromDays(8), IsOnce: true);

    private readonly ConcurrentDictionary<string, RedisLease> _claims = new(StringComparer.Ordinal);
    private readonly LeaseClient _client;

    /// <summary>Initializes a store.</summary>
    /// <param name="connection">The connection, with <c>abortConnect=false</c>. It is not disposed.</param>
    /// <param name="name">The name of the application, 1 to 200 characters without braces: its processes have the same.</param>
    /// <param name="options">The options, which are copied. The default is <see langword="null"/>, the default options.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, is too long or contains a brace.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is invalid.</exception>
    public RedisProcessedEventStore(IConnectionMultiplexer connection, string name, RedisLeaseOptions? options = null)
    {
        LeaseName.ThrowIfInvalid(name, nameof(name));
        (_client, Name) = (new(connection, options), name);
    }

    /// <summary>Gets the name of the application.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<EventClaim> ClaimAsync(string eventId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventId);
        // Also if the lease of the claim was lost: only this process can still complete it.
        if (_claims.ContainsKey(eventId))
            return EventClaim.InProgress;
        var holder = RedisLease.NewHolder();
        var (state, lease) = await RetryAsync(
            token => RedisLease.TryAcquireAsync(_client, Kind, NameOf(eventId), holder, Use, token), "read", cancellationToken).ConfigureAwait(false);
        if (lease is not null)
            _claims[eventId] = lease;
        return state switch { LeaseState.Acquired => EventClaim.Claimed, LeaseState.Complete => EventClaim.Processed, _ => EventClaim.InProgress };
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(string eventId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventId);
        if (!_claims.TryGetValue(eventId, out var lease))
            throw new InvalidOperationException("The event is not claimed.");
        await RetryAsync(
            async token =>
            {
                await lease.CompleteAsync(Processed, token).ConfigureAwait(false);
                return true;
            },
            "written",
            cancellationToken).ConfigureAwait(false);
        // Only now, so that a call that failed can be repeated.
        _claims.TryRemove(new(eventId, lease));
        await lease.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task ReleaseAsync(string eventId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventId);
        if (_claims.TryRemove(eventId, out var lease))
            await lease.DisposeAsync().ConfigureAwait(false);
    }

    // For as long as a lease lasts, so that a short interruption of the server does not stop a processor.
    private async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> call, string what, CancellationToken cancellationToken)
    {
        var started = _client.TimeProvider.GetTimestamp();
        while (true)
        {
            try
            {
                return await call(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (RedisFailure.Is(exception))
            {
                var failure = RedisFailure.Of(exception);
                if (failure.IsSetup || _client.TimeProvider.GetElapsedTime(started) >= _client.Duration)
                    throw new EventCheckpointException($"The store of processed events '{Name}' cannot be {what}. {failure.Cure}.", exception);
            }

            await Task.Delay(RetryInterval, _client.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    // Ids come from the network: a digest has a known length, and is no data.
    private string NameOf(string eventId) => $"{Name}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(eventId)).AsSpan(0, DigestLength))}";
}
