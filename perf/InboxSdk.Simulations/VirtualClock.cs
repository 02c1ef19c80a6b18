namespace InboxSdk.Simulations;

/// <summary>Represents a clock that stands still until the simulation runs the next due timer. Hours pass in seconds.</summary>
internal sealed class VirtualClock : TimeProvider
{
    private readonly object _lock = new();
    private readonly PriorityQueue<(Action Act, Timer? Timer, long Generation), (long At, long Order)> _due = new();
    private long _order;
    private long _now;

    public TimeSpan Elapsed => TimeSpan.FromTicks(Volatile.Read(ref _now));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddDays(20_000) + Elapsed;

    public void After(TimeSpan delay, Action act) => Add(delay, (act, null, 0));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs the next due timer; returns false if there is none.</summary>
    public bool RunNext()
    {
        Action act;
        lock (_lock)
        {
            while (true)
            {
                if (!_due.TryDequeue(out var next, out var when))
                    return false;
                // A timer that was changed is due at another time, or never.
                if (next.Timer is { } timer && timer.Generation != next.Generation)
                    continue;
                Volatile.Write(ref _now, Math.Max(_now, when.At));
                act = next.Act;
                break;
            }
        }

        act();
        return true;
    }

    private void Add(TimeSpan delay, (Action, Timer?, long) item)
    {
        lock (_lock)
            _due.Enqueue(item, (_now + Math.Max(0, delay.Ticks), _order++));
    }

    private sealed class Timer(VirtualClock clock, Action act) : ITimer
    {
        public long Generation { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                Generation++;
                if (dueTime != Timeout.InfiniteTimeSpan)
                    clock.Add(dueTime, (act, this, Generation));
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
