using InboxSdk.Checkpoints;
using InboxSdk.Leases;
using InboxSdk.Server;
using StackExchange.Redis;

namespace InboxSdk;

/// <summary>Stores a checkpoint on a Redis, Valkey or Garnet server, so that several workers can be started with the same input: one runs it, and another one takes over if it ends early.</summary>
/// <remarks>
/// <para>The checkpoint is opened under a lease: a run waits while another run has it open. If the process of that run is killed, the next one resumes within
/// <see cref="RedisLeaseOptions.Duration"/>. After a run that was complete, the next one returns its results without sending anything.</para>
/// <para>The server stores about 110 bytes per change and no personal data: indexes, digests and outcomes. It must keep what it has acknowledged: disable eviction, and enable
/// persistence or replication.</para>
/// </remarks>
public sealed class RedisBulkCheckpoint : IBulkCheckpoint
{
    private const string Kind = "bulk";
    private static readonly TimeSpan MinRetention = TimeSpan.FromHours(1);
    private static readonly TimeSpan MaxRetention = TimeSpan.FromDays(365);

    private readonly LeaseClient _client;
    private readonly TimeSpan _retention = TimeSpan.FromDays(30);

    /// <summary>Initializes a checkpoint.</summary>
    /// <param name="connection">The connection, with <c>abortConnect=false</c>. It is not disposed.</param>
    /// <param name="name">The name of the run, 1 to 200 characters without braces: the workers that share its input have the same. Another input needs another name.</param>
    /// <param name="options">The options, which are copied. The default is <see langword="null"/>, the default options.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, is too long or contains a brace.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is invalid.</exception>
    public RedisBulkCheckpoint(IConnectionMultiplexer connection, string name, RedisLeaseOptions? options = null)
    {
        LeaseName.ThrowIfInvalid(name, nameof(name));
        (_client, Name) = (new(connection, options), name);
    }

    /// <summary>Gets the name of the run.</summary>
    public string Name { get; }

    /// <summary>Gets the time after the last run for which the server keeps the checkpoint, 1 hour to 365 days. The default is 30 days. A run that has it open keeps it, however
    /// long it waits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan Retention
    {
        get => _retention;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, MinRetention);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxRetention);
            _retention = value;
        }
    }

    /// <inheritdoc/>
    public async Task<IBulkCheckpointLog> OpenAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var lease = (await RedisLease.AcquireAsync(_client, Kind, Name, new(Retention, HasLog: true), cancellationToken).ConfigureAwait(false))!;
            try
            {
                return await RedisBulkLog.OpenAsync(_client, lease, _client.Keys(Kind, Name), cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                await lease.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
        catch (InboxLeaseException exception)
        {
            throw new BulkCheckpointException($"The checkpoint '{Name}' cannot be opened. {exception.Message}", exception);
        }
        catch (Exception exception) when (RedisFailure.Is(exception))
        {
            throw new BulkCheckpointException($"The checkpoint '{Name}' cannot be opened. {RedisFailure.Of(exception).Cure}.", exception);
        }
    }
}
