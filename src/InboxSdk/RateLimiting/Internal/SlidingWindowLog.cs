namespace InboxSdk.RateLimiting;

/// <summary>A sliding-window log in constant memory: the requests of the last minute, hour or day, of this process and, as far as known, of others. Not
/// thread-safe.</summary>
/// <remarks>Up to a limit of 1,000, every request has its own time. Above that, requests share 720 buckets per window, each with the latest possible time of its
/// requests, so that none expires too early; this costs at most 0.14 % of the limit. Times are ticks of 100 ns since an arbitrary origin.</remarks>
internal sealed class SlidingWindowLog
{
    private const int MostExact = 1_000;
    private const int Buckets = 720;

    private readonly long _length;
    private readonly long _bucket;
    private readonly Entry[] _ring;
    private int _first;
    private int _entries;
    private int _own;
    private int _others;

    public SlidingWindowLog(int limit, TimeSpan length)
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

    /// <summary>The limit, or a lower one reported by the server.</summary>
    public int EffectiveLimit { get; set; }

    /// <summary>The number of requests in the window, as of the last <see cref="Forget"/>.</summary>
    public int Count => _own + _others;

    /// <summary>The number of additional requests counted by the server, either of other processes or our own in flight.</summary>
    public int Suspected { get; set; }

    /// <summary>When the server last reported the window.</summary>
    public long ReportedAt { get; set; } = long.MinValue;

    /// <summary>Removes expired requests.</summary>
    public void Forget(long now)
    {
        while (_entries > 0 && _ring[_first].At + _length <= now)
        {
            _own -= _ring[_first].Own;
            _others -= _ring[_first].Others;
            _first = (_first + 1) % _ring.Length;
            _entries--;
        }
    }

    /// <summary>Adds requests of our own.</summary>
    public void Add(long now, int count) => Append(now, count, others: 0);

    /// <summary>Adds requests of other processes.</summary>
    public void AddOthers(long now, int count) => Append(now, own: 0, count);

    /// <summary>Adds requests of other processes at unknown times since a given one: evenly distributed from then to now.</summary>
    public void AddEvenly(long since, long now, int count)
    {
        var steps = Math.Min(count, Buckets);
        List<Entry> entries = [.. Entries()];
        entries.AddRange(Enumerable.Range(1, steps).Select(
            step => new Entry(since + ((now - since) * step / steps), 0, (int)(((long)count * step / steps) - ((long)count * (step - 1) / steps)))));
        Refill(entries.OrderBy(entry => entry.At));
    }

    /// <summary>Removes the requests attributed to other processes.</summary>
    public void DropOthers() => Refill([.. Entries().Where(entry => entry.Own > 0).Select(entry => entry with { Others = 0 })]);

    /// <summary>Copies the requests to a window with another limit and length.</summary>
    public SlidingWindowLog With(int limit, TimeSpan length, long now)
    {
        var log = new SlidingWindowLog(limit, length);
        foreach (var (at, own, others) in Entries().Where(entry => entry.At + length.Ticks > now))
            log.Append(at, own, others);
        return log;
    }

    /// <summary>When a number of its requests will have expired.</summary>
    /// <param name="count">The number of requests, 1 to <see cref="Count"/>.</param>
    public long FreeAt(int count)
    {
        var index = _first;
        for (var seen = _ring[index].Count; seen < count; seen += _ring[index].Count)
            index = (index + 1) % _ring.Length;
        return _ring[index].At + _length;
    }

    /// <summary>When the window has room for another request, counting only our own.</summary>
    public long OwnRoomAt(long now, int limit)
    {
        var excess = _own + 1 - limit;
        for (var index = _first; excess > 0; index = (index + 1) % _ring.Length)
        {
            excess -= _ring[index].Own;
            now = Math.Max(now, _ring[index].At + _length);
        }

        return now;
    }

    private void Append(long now, int own, int others)
    {
        _own += own;
        _others += others;
        // Rounded up, including negative times.
        var over = now % _bucket;
        var at = now - over + (over > 0 ? _bucket : 0);
        var last = (_first + _entries - 1 + _ring.Length) % _ring.Length;
        // Only requests of other processes can exceed the capacity; they then have the latest time.
        if (_entries > 0 && (_ring[last].At >= at || _entries == _ring.Length))
        {
            _ring[last] = new(Math.Max(at, _ring[last].At), _ring[last].Own + own, _ring[last].Others + others);
            return;
        }

        _ring[(_first + _entries) % _ring.Length] = new(at, own, others);
        _entries++;
    }

    public IEnumerable<Entry> Entries() => Enumerable.Range(0, _entries).Select(i => _ring[(_first + i) % _ring.Length]);

    private void Refill(IEnumerable<Entry> entries)
    {
        List<Entry> all = [.. entries];
        (_first, _entries, _own, _others) = (0, 0, 0, 0);
        foreach (var (at, own, others) in all)
            Append(at, own, others);
    }

    internal readonly record struct Entry(long At, int Own, int Others)
    {
        public int Count => Own + Others;
    }
}
