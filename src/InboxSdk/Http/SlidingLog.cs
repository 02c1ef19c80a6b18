namespace InboxSdk.Http;

/// <summary>How many requests the last minute, hour or day has seen, in bounded memory. Not safe for concurrent use.</summary>
/// <remarks>Up to a limit of 1,000 every request has a time of its own. Above, requests share 720 buckets a window, each as late as its latest request may
/// be, so that one is never forgotten too early: that costs at most 0.14 % of the limit. Times are ticks of 100 ns since any one moment.</remarks>
internal sealed class SlidingLog
{
    private const int MostExact = 1_000;
    private const int Buckets = 720;

    private readonly long _length;
    private readonly long _bucket;
    private readonly Entry[] _ring;
    private int _first;
    private int _entries;

    public SlidingLog(int limit, TimeSpan length)
    {
        Limit = limit;
        EffectiveLimit = limit;
        Length = length;
        _length = length.Ticks;
        _bucket = limit <= MostExact ? 1 : _length / Buckets;
        _ring = new Entry[limit <= MostExact ? limit + 1 : Buckets + 2];
    }

    public int Limit { get; }

    public TimeSpan Length { get; }

    /// <summary>The limit, or a lower one that the server named.</summary>
    public int EffectiveLimit { get; set; }

    /// <summary>How many requests the window holds, as of the last <see cref="Forget"/>.</summary>
    public int Count { get; private set; }

    /// <summary>When the server last told how much of the window is left.</summary>
    public long ToldAt { get; set; } = long.MinValue;

    /// <summary>Drops what has left the window.</summary>
    public void Forget(long now)
    {
        while (_entries > 0 && _ring[_first].At + _length <= now)
        {
            Count -= _ring[_first].Count;
            _first = (_first + 1) % _ring.Length;
            _entries--;
        }
    }

    public void Add(long now, int count)
    {
        Count += count;
        // Rounded up, also before the moment that times count from.
        var over = now % _bucket;
        var at = now - over + (over > 0 ? _bucket : 0);
        var last = (_first + _entries - 1 + _ring.Length) % _ring.Length;
        // Only other processes' requests can fill the ring beyond the limit; they then count as late as the latest.
        if (_entries > 0 && (_ring[last].At >= at || _entries == _ring.Length))
        {
            _ring[last] = new(Math.Max(at, _ring[last].At), _ring[last].Count + count);
            return;
        }

        _ring[(_first + _entries) % _ring.Length] = new(at, count);
        _entries++;
    }

    /// <summary>Adds requests of which no more is known than since when they were made: as if one after the other from then to now.</summary>
    public void AddEvenly(long since, long now, int count)
    {
        var steps = Math.Min(count, Buckets);
        List<Entry> entries = [.. Enumerable.Range(0, _entries).Select(i => _ring[(_first + i) % _ring.Length])];
        entries.AddRange(Enumerable.Range(1, steps).Select(
            step => new Entry(since + ((now - since) * step / steps), (int)(((long)count * step / steps) - ((long)count * (step - 1) / steps)))));

        (_first, _entries, Count) = (0, 0, 0);
        foreach (var (at, times) in entries.OrderBy(entry => entry.At))
            Add(at, times);
    }

    /// <summary>When so many of the requests it holds will have left the window.</summary>
    /// <param name="count">How many, 1 to <see cref="Count"/>.</param>
    public long FreeAt(int count)
    {
        var index = _first;
        for (var seen = _ring[index].Count; seen < count; seen += _ring[index].Count)
            index = (index + 1) % _ring.Length;
        return _ring[index].At + _length;
    }

    private readonly record struct Entry(long At, int Count);
}
