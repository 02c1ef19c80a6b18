namespace InboxSdk.V2;

/// <summary>Stores the ids of processed events in memory, up to a limit: the oldest are removed first.</summary>
public sealed class MemoryProcessedEventStore : IProcessedEventStore
{
    private readonly object _lock = new();
    private readonly HashSet<string> _processed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inProgress = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly int _capacity;

    /// <summary>Initializes a store.</summary>
    /// <param name="capacity">The maximum number of ids, at least 1. The default is 25,000, the number of events that Inbox retains.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is less than 1.</exception>
    public MemoryProcessedEventStore(int capacity = 25_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public Task<EventClaim> ClaimAsync(string eventId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventId);
        lock (_lock)
        {
            return Task.FromResult(_processed.Contains(eventId) ? EventClaim.Processed
                : _inProgress.Add(eventId) ? EventClaim.Claimed
                : EventClaim.InProgress);
        }
    }

    /// <inheritdoc/>
    public Task CompleteAsync(string eventId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventId);
        lock (_lock)
        {
            _inProgress.Remove(eventId);
            if (_processed.Add(eventId))
                _order.Enqueue(eventId);
            if (_order.Count > _capacity)
                _processed.Remove(_order.Dequeue());
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string eventId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventId);
        lock (_lock)
            _inProgress.Remove(eventId);
        return Task.CompletedTask;
    }
}
