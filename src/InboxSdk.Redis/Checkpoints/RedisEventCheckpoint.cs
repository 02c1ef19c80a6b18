using System.Globalization;
using InboxSdk.Diagnostics;
using InboxSdk.Leases;
using InboxSdk.Server;
using InboxSdk.V2;
using StackExchange.Redis;

namespace InboxSdk.Checkpoints;

/// <summary>The value of a lease as the sequence number: it is read with the lease, and written under it.</summary>
internal sealed class RedisEventCheckpoint(LeaseClient client, LeaseKeys keys, RedisLease lease) : IEventCheckpoint
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);

    private long? _seq = lease.Value;
    private ChannelMessageQueue? _wakes;

    public CancellationToken Lost => lease.Lost;

    public Task<long?> ReadAsync(CancellationToken cancellationToken = default) => Task.FromResult(_seq);

    public async Task WriteAsync(long seq, CancellationToken cancellationToken = default)
    {
        try
        {
            await lease.WriteAsync(seq, cancellationToken).ConfigureAwait(false);
            _seq = seq;
        }
        catch (Exception exception) when (RedisFailure.Is(exception))
        {
            throw new EventCheckpointException($"The checkpoint '{lease.Name}' cannot be written. {RedisFailure.Of(exception).Cure}.", exception);
        }
    }

    public async Task<long?> WaitForWakeAsync(CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; _wakes is null; attempt++)
        {
            try
            {
                // The connection restores the subscription after an interruption.
                _wakes = await client.Server.ReadAsync(database => database.Multiplexer.GetSubscriber().SubscribeAsync(keys.Wakes), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (RedisFailure.Is(exception))
            {
                // Once per lease.
                if (attempt == 1)
                    client.Logger.WakesUnavailable(exception, lease.Name, RedisFailure.Of(exception).Cure);
                await Task.Delay(RetryInterval, client.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }

        var wake = await _wakes.ReadAsync(cancellationToken).ConfigureAwait(false);
        return long.TryParse((string?)wake.Message, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_wakes is not null)
            await _wakes.UnsubscribeAsync(CommandFlags.FireAndForget).ConfigureAwait(false);
        await lease.DisposeAsync().ConfigureAwait(false);
    }
}
