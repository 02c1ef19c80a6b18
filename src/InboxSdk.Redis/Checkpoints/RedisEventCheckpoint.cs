using InboxSdk.Leases;
using InboxSdk.Server;
using InboxSdk.V2;

namespace InboxSdk.Checkpoints;

/// <summary>The value of a lease as the sequence number: it is read with the lease, and written under it.</summary>
internal sealed class RedisEventCheckpoint(RedisLease lease) : IEventCheckpoint
{
    private long? _seq = lease.Value;

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

    public ValueTask DisposeAsync() => lease.DisposeAsync();
}
