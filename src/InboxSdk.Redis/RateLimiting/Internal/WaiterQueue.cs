namespace InboxSdk.RateLimiting;

/// <summary>Contains the requests of one priority that wait for a permit, in order. Not thread-safe.</summary>
internal sealed class WaiterQueue(RateLimitPriority priority)
{
    private readonly LinkedList<Waiter> _waiters = [];

    // No waiting request times out before it. The request with this deadline may have left in the meantime; the next check of all requests then corrects it.
    private long _firstDeadline = long.MaxValue;
    private bool _isForCompletion;

    public RateLimitPriority Priority => priority;

    public int Count => _waiters.Count;

    /// <summary>Gets when the first request can be permitted at the earliest, as far as known.</summary>
    public long NextAt { get; private set; }

    /// <summary>Sets when the first request can be permitted at the earliest.</summary>
    /// <param name="nextAt">The time, or 0 for at once.</param>
    /// <param name="isForCompletion">Whether it depends on the completion of others.</param>
    public void Wait(long nextAt, bool isForCompletion) => (NextAt, _isForCompletion) = (nextAt, isForCompletion);

    /// <summary>Records that a request was completed.</summary>
    public void Completed()
    {
        if (_isForCompletion)
            Wait(0, isForCompletion: false);
    }

    public Waiter Add(long deadline)
    {
        var waiter = new Waiter(deadline);
        waiter.Node = _waiters.AddLast(waiter);
        _firstDeadline = Math.Min(_firstDeadline, deadline);
        return waiter;
    }

    /// <summary>Permits the first request.</summary>
    public void Permit()
    {
        var first = _waiters.First!.Value;
        _waiters.RemoveFirst();
        first.TrySetResult();
    }

    /// <summary>Fails the requests whose wait would exceed their deadline.</summary>
    /// <param name="earliest">When the request with a number of others ahead of it in the queue is permitted at the earliest.</param>
    /// <param name="exception">The exception of a request, by that time.</param>
    public void FailExpired(Func<int, long> earliest, Func<long, Exception> exception)
    {
        if (_waiters.Count == 0 || earliest(_waiters.Count - 1) <= _firstDeadline)
            return;
        _firstDeadline = long.MaxValue;
        var ahead = 0;
        for (var (node, next) = (_waiters.First, _waiters.First); node is not null; node = next)
        {
            next = node.Next;
            if (earliest(ahead) is var at && at > node.Value.Deadline)
            {
                _waiters.Remove(node);
                node.Value.TrySetException(exception(at));
                continue;
            }

            ahead++;
            _firstDeadline = Math.Min(_firstDeadline, node.Value.Deadline);
        }
    }

    /// <summary>Fails all requests.</summary>
    public void FailAll(Func<Exception> exception)
    {
        foreach (var waiter in _waiters)
            waiter.TrySetException(exception());
        _waiters.Clear();
    }

    /// <summary>Represents a request.</summary>
    internal sealed class Waiter(long deadline) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public long Deadline { get; } = deadline;

        public LinkedListNode<Waiter>? Node { get; set; }

        /// <summary>Removes it from its queue, if it still waits.</summary>
        public void Remove() => Node!.List?.Remove(Node);
    }
}
