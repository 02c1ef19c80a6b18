namespace InboxSdk.V2;

/// <summary>Stores the position of an <see cref="InboxEventProcessor"/> in memory: for tests, and for applications that start with the retained events each time.</summary>
public sealed class MemoryEventCheckpointStore : IEventCheckpointStore
{
    private long _seq;
    private int _isOpen;

    /// <summary>Initializes a store.</summary>
    /// <param name="seq">The sequence number to start after, or <see langword="null"/>, the default, for none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="seq"/> is negative.</exception>
    public MemoryEventCheckpointStore(long? seq = null)
    {
        if (seq is { } number)
            ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(seq));
        _seq = seq ?? -1;
    }

    /// <summary>Gets the sequence number, or <see langword="null"/> if none was written yet. Thread-safe.</summary>
    public long? Seq => Interlocked.Read(ref _seq) is >= 0 and var seq ? seq : null;

    /// <inheritdoc/>
    public Task<IEventCheckpoint?> OpenAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Interlocked.Exchange(ref _isOpen, 1) == 0
            ? Task.FromResult<IEventCheckpoint?>(new Checkpoint(this))
            : Task.FromException<IEventCheckpoint?>(new EventCheckpointException("Another processor has this checkpoint open."));
    }

    /// <inheritdoc/>
    public Task ForwardWakeAsync(long? seq, CancellationToken cancellationToken = default) => Task.CompletedTask;

    private sealed class Checkpoint(MemoryEventCheckpointStore store) : IEventCheckpoint
    {
        public CancellationToken Lost => CancellationToken.None;

        public Task<long?> ReadAsync(CancellationToken cancellationToken = default) => Task.FromResult(store.Seq);

        public Task WriteAsync(long seq, CancellationToken cancellationToken = default)
        {
            Interlocked.Exchange(ref store._seq, seq);
            return Task.CompletedTask;
        }

        public Task<long?> WaitForWakeAsync(CancellationToken cancellationToken = default) => new TaskCompletionSource<long?>().Task.WaitAsync(cancellationToken);

        public ValueTask DisposeAsync()
        {
            Interlocked.Exchange(ref store._isOpen, 0);
            return ValueTask.CompletedTask;
        }
    }
}
