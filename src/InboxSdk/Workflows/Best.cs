namespace InboxSdk.Workflows;

/// <summary>Keeps the best of a sequence.</summary>
internal sealed class Best<T, TRank>
    where TRank : IComparable<TRank>
{
    private readonly int _count;

    // The lowest rank is at the head; of ties, the last one.
    private readonly PriorityQueue<T, (TRank Rank, long Order)> _queue = new(Comparer<(TRank Rank, long Order)>.Create(
        static (left, right) => left.Rank.CompareTo(right.Rank) is var byRank and not 0 ? byRank : right.Order.CompareTo(left.Order)));

    private long _order;

    public Best(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _count = count;
    }

    public void Add(T item, TRank rank)
    {
        if (_queue.Count < _count)
            _queue.Enqueue(item, (rank, _order++));
        else
            _queue.EnqueueDequeue(item, (rank, _order++));
    }

    /// <summary>Removes all items, the best first.</summary>
    public List<T> ToList()
    {
        var items = new List<T>(_queue.Count);
        while (_queue.TryDequeue(out var item, out _))
            items.Add(item);
        items.Reverse();
        return items;
    }
}
