using InboxSdk.Checkpoints;
using InboxSdk.Diagnostics;
using InboxSdk.Leases;
using InboxSdk.Server;
using StackExchange.Redis;

namespace InboxSdk.V2;

/// <summary>Stores the position of an <see cref="InboxEventProcessor"/> on a Redis, Valkey or Garnet server, so that of several replicas one processes the events and the others stand by.</summary>
/// <remarks>
/// <para>The store is opened under a lease: <see cref="OpenAsync"/> returns <see langword="null"/> while another process has it. If that process ends, another one takes over at once, or within
/// <see cref="RedisLeaseOptions.Duration"/> if it was killed, and resumes after the last event whose number was written.</para>
/// <para>A webhook that reaches a replica in standby wakes the one that processes, through a channel of the server.</para>
/// <para>The server stores a sequence number, without an expiry. It must keep what it has acknowledged: disable eviction, and enable persistence or replication.</para>
/// </remarks>
public sealed class RedisEventCheckpointStore : IEventCheckpointStore
{
    private const string Kind = "events";
    private static readonly LeaseUse Use = new(TimeSpan.Zero);

    private readonly LeaseClient _client;
    private string? _failedHolder;
    private volatile bool _isWaiting;

    /// <summary>Initializes a store.</summary>
    /// <param name="connection">The connection, with <c>abortConnect=false</c>. It is not disposed.</param>
    /// <param name="name">The name of the processor, 1 to 200 characters without braces: the replicas of one processor have the same.</param>
    /// <param name="options">The options, which are copied. The default is <see langword="null"/>, the default options.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, is too long or contains a brace.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is invalid.</exception>
    public RedisEventCheckpointStore(IConnectionMultiplexer connection, string name, RedisLeaseOptions? options = null)
    {
        LeaseName.ThrowIfInvalid(name, nameof(name));
        (_client, Name) = (new(connection, options), name);
    }

    /// <summary>Gets the name of the processor.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<IEventCheckpoint?> OpenAsync(CancellationToken cancellationToken = default)
    {
        // That of a call whose reply was lost: the server may have executed it.
        var holder = Interlocked.Exchange(ref _failedHolder, null) ?? RedisLease.NewHolder();
        try
        {
            var (_, lease) = await RedisLease.TryAcquireAsync(_client, Kind, Name, holder, Use, cancellationToken).ConfigureAwait(false);
            // Once per wait.
            if (lease is null && !_isWaiting)
                _client.Logger.LeaseWaiting(Name);
            _isWaiting = lease is null;
            return lease is null ? null : new RedisEventCheckpoint(_client, _client.Keys(Kind, Name), lease);
        }
        catch (Exception exception) when (RedisFailure.Is(exception))
        {
            _failedHolder = holder;
            throw new EventCheckpointException($"The checkpoint '{Name}' cannot be opened. {RedisFailure.Of(exception).Cure}.", exception);
        }
    }

    /// <inheritdoc/>
    public async Task ForwardWakeAsync(long? seq, CancellationToken cancellationToken = default)
    {
        try
        {
            await _client.Server.PublishAsync(_client.Keys(Kind, Name).Wakes, seq ?? RedisValue.EmptyString, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFailure.Is(exception))
        {
            throw new EventCheckpointException($"The webhook cannot be forwarded to the process that has the checkpoint '{Name}'. {RedisFailure.Of(exception).Cure}.", exception);
        }
    }
}
