using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using InboxSdk.Leases;
using InboxSdk.Server;

namespace InboxSdk.Checkpoints;

/// <summary>A list on the server that only grows, and only by the holder of the lease. Records that wait at the same time are appended by one call.</summary>
internal sealed class RedisBulkLog : IBulkCheckpointLog
{
    private const int ReadCount = 1000;
    private const int MaxAppendCount = 100;

    private readonly LeaseClient _client;
    private readonly RedisLease _lease;
    private readonly LeaseKeys _keys;
    private readonly Channel<Pending> _pending = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });
    private readonly Task _appending;
    private Exception? _fault;
    private long _length;
    private int _isDisposed;

    private RedisBulkLog(LeaseClient client, RedisLease lease, LeaseKeys keys, long length)
    {
        (_client, _lease, _keys, _length) = (client, lease, keys, length);
        _appending = Task.Run(AppendAllAsync, CancellationToken.None);
    }

    public CancellationToken Lost => _lease.Lost;

    /// <summary>Opens the log of a lease: from now on, no other process appends.</summary>
    public static async Task<RedisBulkLog> OpenAsync(LeaseClient client, RedisLease lease, LeaseKeys keys, CancellationToken cancellationToken)
    {
        var length = await client.Server.ReadAsync(database => database.ListLengthAsync(keys.Log), cancellationToken).ConfigureAwait(false);
        return new(client, lease, keys, length);
    }

    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var end = Interlocked.Read(ref _length);
        for (var start = 0L; start < end;)
        {
            var (from, to) = (start, Math.Min(start + ReadCount, end) - 1);
            var records = await RetryAsync(
                token => _client.Server.ReadAsync(database => database.ListRangeAsync(_keys.Log, from, to), token), "read", cancellationToken).ConfigureAwait(false);
            if (records.Length != to - from + 1)
                throw Changed();
            foreach (var record in records)
                yield return record.ToString();
            start = to + 1;
        }
    }

    public Task AppendAsync(string record, CancellationToken cancellationToken = default)
    {
        var pending = new Pending(record);
        return _pending.Writer.TryWrite(pending) ? pending.Stored.Task.WaitAsync(cancellationToken) : Task.FromException(new ObjectDisposedException(nameof(RedisBulkLog)));
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        _pending.Writer.TryComplete();
        await _appending.ConfigureAwait(false);
        await _lease.DisposeAsync().ConfigureAwait(false);
    }

    private async Task AppendAllAsync()
    {
        var batch = new List<Pending>(MaxAppendCount);
        while (await _pending.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            while (batch.Count < MaxAppendCount && _pending.Reader.TryRead(out var pending))
                batch.Add(pending);
            try
            {
                await StoreAsync(batch.ConvertAll(pending => pending.Record)).ConfigureAwait(false);
                foreach (var pending in batch)
                    pending.Stored.TrySetResult();
            }
            catch (Exception exception)
            {
                // It is unknown whether they are stored, so nothing can follow. The callers throw it, and end the run.
                _fault = exception;
                foreach (var pending in batch)
                    pending.Stored.TrySetException(exception);
            }

            batch.Clear();
        }
    }

    private async Task StoreAsync(List<string> records)
    {
        if (_fault is not null)
            ExceptionDispatchInfo.Throw(_fault);
        if (!await RetryAsync(token => _lease.AppendAsync(_length, records, token), "written", CancellationToken.None).ConfigureAwait(false))
            throw Changed();
        Interlocked.Add(ref _length, records.Count);
    }

    private Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> call, string what, CancellationToken cancellationToken) => _lease.RetryAsync(
        call, (cure, exception) => new BulkCheckpointException($"The checkpoint '{_lease.Name}' cannot be {what}. {cure}. Then run the same input again.", exception), cancellationToken);

    private BulkCheckpointException Changed() => new(
        $"The checkpoint '{_lease.Name}' has fewer or more records than this run has written: the server was restarted without its data, or evicted, deleted or changed them. "
        + "Restore it; or use a new name and run the whole input again, which applies changes a second time.");

    private sealed record Pending(string Record)
    {
        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
