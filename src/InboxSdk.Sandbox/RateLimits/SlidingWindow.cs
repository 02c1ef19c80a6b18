namespace InboxSdk.Sandbox.RateLimits;

/// <summary>A sliding-window log: each permit taken is restored when it is as old as the window is long.</summary>
internal sealed class SlidingWindow(int limit, TimeSpan length) : IRateWindow
{
    private readonly Queue<DateTimeOffset> _taken = new();

    public int Limit => limit;

    public TimeSpan Length => length;

    public int Remaining(DateTimeOffset now)
    {
        while (_taken.TryPeek(out var oldest) && oldest + length <= now)
            _taken.Dequeue();
        return limit - _taken.Count;
    }

    public void Take(int count, DateTimeOffset now)
    {
        for (var i = 0; i < count; i++)
            _taken.Enqueue(now);
    }

    public DateTimeOffset NextPermit(DateTimeOffset now) => _taken.Peek() + length;
}
