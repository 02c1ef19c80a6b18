namespace InboxSdk.Simulations;

/// <summary>Represents the algorithm by which a server counts requests. Times are those of the virtual clock.</summary>
internal abstract class ServerWindow(int limit, TimeSpan length)
{
    public int Limit { get; } = limit;

    protected TimeSpan Length { get; } = length;

    public abstract bool TryAccept(TimeSpan now);

    public abstract int Remaining(TimeSpan now);

    public abstract TimeSpan RetryAfter(TimeSpan now);

    /// <summary>Uses requests as another process does.</summary>
    public void UseUp(int count, TimeSpan now)
    {
        for (var i = 0; i < count; i++)
            TryAccept(now);
    }

    public static ServerWindow Create(string kind, int limit, TimeSpan length) => kind switch
    {
        "sliding" => new Sliding(limit, length),
        "fixed" => new Fixed(limit, length),
        _ => new Gcra(limit, length),
    };

    private sealed class Sliding(int limit, TimeSpan length) : ServerWindow(limit, length)
    {
        private readonly Queue<TimeSpan> _log = new();

        public override bool TryAccept(TimeSpan now)
        {
            if (Remaining(now) == 0)
                return false;
            _log.Enqueue(now);
            return true;
        }

        public override int Remaining(TimeSpan now)
        {
            while (_log.TryPeek(out var first) && first + Length <= now)
                _log.Dequeue();
            return Limit - _log.Count;
        }

        public override TimeSpan RetryAfter(TimeSpan now) => _log.TryPeek(out var first) ? first + Length - now : TimeSpan.Zero;
    }

    private sealed class Fixed(int limit, TimeSpan length) : ServerWindow(limit, length)
    {
        private long _window = -1;
        private int _used;

        public override bool TryAccept(TimeSpan now)
        {
            if (Remaining(now) == 0)
                return false;
            _used++;
            return true;
        }

        public override int Remaining(TimeSpan now)
        {
            var window = now.Ticks / Length.Ticks;
            if (window != _window)
                (_window, _used) = (window, 0);
            return Limit - _used;
        }

        public override TimeSpan RetryAfter(TimeSpan now) => TimeSpan.FromTicks(((now.Ticks / Length.Ticks) + 1) * Length.Ticks) - now;
    }

    private sealed class Gcra(int limit, TimeSpan length) : ServerWindow(limit, length)
    {
        private TimeSpan _arrival = TimeSpan.Zero;

        private TimeSpan Interval => Length / Limit;

        public override bool TryAccept(TimeSpan now)
        {
            if (Remaining(now) == 0)
                return false;
            _arrival = (_arrival > now ? _arrival : now) + Interval;
            return true;
        }

        public override int Remaining(TimeSpan now) => (int)Math.Clamp(Math.Floor(((now + Length) - (_arrival > now ? _arrival : now)) / Interval + 1e-9), 0, Limit);

        public override TimeSpan RetryAfter(TimeSpan now) => _arrival + Interval - Length - now;
    }
}
