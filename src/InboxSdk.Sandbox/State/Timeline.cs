namespace InboxSdk.Sandbox;

/// <summary>
/// All threads, newest message first, in sorted chunks: adding, removing and seeking cost a binary search and a short copy, regardless of the count.
/// </summary>
internal sealed class Timeline
{
    private const int ChunkSize = 1_024;

    private readonly List<List<ThreadEntry>> _chunks = [];

    /// <summary>Loads an empty timeline: sorting a million threads at once is many times faster than inserting them one by one.</summary>
    public void Load(ThreadEntry[] entries)
    {
        var times = Array.ConvertAll(entries, entry => -entry.Value.SortKey);
        Array.Sort(times, entries);
        // That sorted by time only; the full order settles runs of equal times, which are short.
        for (int start = 0, end = 1; start < entries.Length; start = end++)
        {
            while (end < entries.Length && times[end] == times[start])
                end++;
            if (end - start > 1)
                Array.Sort(entries, start, end - start, ThreadEntry.NewestFirst);
        }

        foreach (var chunk in entries.Chunk(ChunkSize))
            _chunks.Add([.. chunk]);
    }

    public void Add(ThreadEntry entry)
    {
        if (_chunks.Count == 0)
            _chunks.Add([]);

        var index = ChunkOf(entry);
        var chunk = _chunks[index];
        chunk.Insert(~chunk.BinarySearch(entry, ThreadEntry.NewestFirst), entry);
        if (chunk.Count > 2 * ChunkSize)
        {
            _chunks.Insert(index + 1, chunk.GetRange(ChunkSize, chunk.Count - ChunkSize));
            chunk.RemoveRange(ChunkSize, chunk.Count - ChunkSize);
        }
    }

    public void Remove(ThreadEntry entry)
    {
        var index = ChunkOf(entry);
        var chunk = _chunks[index];
        chunk.RemoveAt(chunk.BinarySearch(entry, ThreadEntry.NewestFirst));
        if (chunk.Count == 0)
            _chunks.RemoveAt(index);
    }

    public IEnumerable<ThreadEntry> All() => _chunks.SelectMany(chunk => chunk);

    /// <summary>Enumerates from just after a position in the order, whether or not a thread is there.</summary>
    public IEnumerable<ThreadEntry> After(ThreadEntry place)
    {
        if (_chunks.Count == 0)
            yield break;

        var index = ChunkOf(place);
        var start = _chunks[index].BinarySearch(place, ThreadEntry.NewestFirst);
        start = start < 0 ? ~start : start + 1;
        for (; index < _chunks.Count; index++, start = 0)
            for (var i = start; i < _chunks[index].Count; i++)
                yield return _chunks[index][i];
    }

    /// <summary>Enumerates backward from just before a position in the order, whether or not a thread is there.</summary>
    public IEnumerable<ThreadEntry> Before(ThreadEntry place)
    {
        if (_chunks.Count == 0)
            yield break;

        var index = ChunkOf(place);
        var start = _chunks[index].BinarySearch(place, ThreadEntry.NewestFirst);
        start = (start < 0 ? ~start : start) - 1;
        while (true)
        {
            for (var i = start; i >= 0; i--)
                yield return _chunks[index][i];
            if (--index < 0)
                yield break;
            start = _chunks[index].Count - 1;
        }
    }

    /// <summary>Enumerates all threads, oldest first.</summary>
    public IEnumerable<ThreadEntry> Backwards()
    {
        for (var index = _chunks.Count - 1; index >= 0; index--)
            for (var i = _chunks[index].Count - 1; i >= 0; i--)
                yield return _chunks[index][i];
    }

    /// <summary>The last chunk that starts at or before an entry, or else the first.</summary>
    private int ChunkOf(ThreadEntry entry)
    {
        var (low, high) = (0, _chunks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (ThreadEntry.NewestFirst.Compare(_chunks[middle][0], entry) <= 0)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
