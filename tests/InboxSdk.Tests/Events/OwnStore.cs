using InboxSdk.V2;

namespace InboxSdk.Tests.Events;

/// <summary>Represents a store of an application, which throws exceptions of its own.</summary>
internal sealed class OwnStore : IEventCheckpointStore
{
    private readonly MemoryEventCheckpointStore _store = new();
    private int _openCount;

    public bool IsHeld { get; set; }

    public int OpenFailureCount { get; set; }

    public int ReadFailureCount { get; set; }

    public int WriteFailureCount { get; set; }

    public int DisposeFailureCount { get; set; }

    /// <summary>Gets the number of checkpoints that were opened and not disposed.</summary>
    public int OpenCount => _openCount;

    public async Task<IEventCheckpoint?> OpenAsync(CancellationToken cancellationToken = default)
    {
        ThrowIf(OpenFailureCount-- > 0);
        if (IsHeld || await _store.OpenAsync(cancellationToken) is not { } checkpoint)
            return null;
        _openCount++;
        return new Checkpoint(this, checkpoint);
    }

    public Task ForwardWakeAsync(long? seq, CancellationToken cancellationToken = default) => Task.CompletedTask;

    private static void ThrowIf(bool isFailing)
    {
        if (isFailing)
            throw new TimeoutException("The database does not respond.");
    }

    private sealed class Checkpoint(OwnStore store, IEventCheckpoint inner) : IEventCheckpoint
    {
        public CancellationToken Lost => inner.Lost;

        public Task<long?> ReadAsync(CancellationToken cancellationToken = default)
        {
            ThrowIf(store.ReadFailureCount-- > 0);
            return inner.ReadAsync(cancellationToken);
        }

        public Task WriteAsync(long seq, CancellationToken cancellationToken = default)
        {
            ThrowIf(store.WriteFailureCount-- > 0);
            return inner.WriteAsync(seq, cancellationToken);
        }

        public Task<long?> WaitForWakeAsync(CancellationToken cancellationToken = default) => inner.WaitForWakeAsync(cancellationToken);

        public ValueTask DisposeAsync()
        {
            store._openCount--;
            ThrowIf(store.DisposeFailureCount-- > 0);
            return inner.DisposeAsync();
        }
    }
}
