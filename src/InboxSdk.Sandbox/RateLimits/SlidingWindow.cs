namespace InboxSdk.Sandbox.RateLimits;

/// <summary>An exact sliding window: no span of its length ever holds more requests than the limit. Refused requests do not count.</summary>
internal sealed class SlidingWindow(int limit, TimeSpan length) : IRateWindow
{
    private readonly Queue<DateTimeOffset> _taken = new();

    public RateDecision Take(DateTimeOffset now)
    {
        lock (_taken)
        {
            while (_taken.TryPeek(out var oldest) && oldest + length <= now)
                _taken.Dequeue();

            var allowed = _taken.Count < limit;
            if (allowed)
                _taken.Enqueue(now);
            return new RateDecision(allowed, limit, limit - _taken.Count, _taken.Peek() + length);
        }
    }
}
