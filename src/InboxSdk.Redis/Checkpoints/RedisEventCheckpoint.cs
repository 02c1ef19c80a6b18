using System.Globalization;
using System.Threading.Channels;
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
    private bool _isFailing;

    public CancellationToken Lost => lease.Lost;

    public Task<long?> ReadAsync(CancellationToken cancellationToken = default) => Task.FromResult(_seq);

    public async Task WriteAsync(long seq, CancellationToken cancellationToken = default)
    {
        await lease.RetryAsync(
            async token =>
            {
                await lease.WriteAsync(seq, token).ConfigureAwait(false);
                return true;
            },
            (cure, exception) => new EventCheckpointException($"The checkpoint '{lease.Name}' cannot be written. {cure}.", exception),
            cancellationToken).ConfigureAwait(false);
        _seq = seq;
    }

    public async Task<long?> WaitForWakeAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                // The connection restores the subscription after an interruption.
                _wakes ??= await client.Server.SubscribeAsync(keys.Wakes, cancellationToken).ConfigureAwait(false);
                _isFailing = false;
                var wake = await _wakes.ReadAsync(cancellationToken).ConfigureAwait(false);
                return long.TryParse((string?)wake.Message, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : null;
            }
            catch (ChannelClosedException)
            {
                // The application has ended all subscriptions of the connection.
                _wakes = null;
            }
            catch (Exception exception) when (RedisFailure.Is(exception))
            {
                // Once per interruption.
                if (!_isFailing)
                    client.Logger.WakesUnavailable(exception, lease.Name, RedisFailure.Of(exception).Cure);
                _isFailing = true;
                // The connection keeps a subscription that failed, and would add the next one.
                await UnsubscribeAsync().ConfigureAwait(false);
                await Task.Delay(RetryInterval, client.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Also if the call that subscribes was cancelled: the connection may have the subscription.
        await UnsubscribeAsync().ConfigureAwait(false);
        await lease.DisposeAsync().ConfigureAwait(false);
    }

    // Without waiting for the server, which may not respond.
    private async Task UnsubscribeAsync()
    {
        try
        {
            await client.Server.UnsubscribeAsync(keys.Wakes).ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFailure.Is(exception))
        {
            // The subscription has ended with the connection.
        }
    }
}
