namespace InboxSdk.FaultMatrix.Server;

/// <summary>Represents a clock on which delays pass at once and attempts time out only when the server requests it. A run therefore takes no longer than its work, and a slow
/// machine causes no timeout.</summary>
internal sealed class MatrixClock : TimeProvider
{
    /// <summary>The length of the attempt timeout, which distinguishes it from a delay: no delay has this length, because the rate limiter rounds delays to milliseconds.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromMilliseconds(9_973.2357);

    private readonly Lock _lock = new();
    private readonly List<ClockTimer> _timers = [];

    // Before the end of v1, whatever the date of the machine is.
    private DateTimeOffset _now = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Gets or sets the callback that is invoked when a delay begins.</summary>
    public Action? OnDelay { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ClockTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Times out every attempt in flight.</summary>
    public void TimeOutAttempts()
    {
        List<ClockTimer> due;
        lock (_lock)
        {
            due = _timers.FindAll(timer => timer.IsTimeout);
            foreach (var timer in due)
            {
                _timers.Remove(timer);
                _now = _now < timer.Due ? timer.Due : _now;
            }
        }

        foreach (var timer in due)
            timer.Fire();
    }

    private void Schedule(ClockTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = _now + dueTime;
            timer.IsTimeout = dueTime == AttemptTimeout;
            _timers.Add(timer);
            if (timer.IsTimeout)
                return;
        }

        if (dueTime > TimeSpan.Zero)
            OnDelay?.Invoke();
        ThreadPool.UnsafeQueueUserWorkItem(static state => state.Clock.AdvanceTo(state.Due), (Clock: this, timer.Due), preferLocal: false);
    }

    private void AdvanceTo(DateTimeOffset until)
    {
        while (true)
        {
            ClockTimer? next;
            lock (_lock)
            {
                next = _timers.Where(timer => !timer.IsTimeout && timer.Due <= until).MinBy(timer => timer.Due);
                if (next is null)
                {
                    _now = _now < until ? until : _now;
                    return;
                }

                _timers.Remove(next);
                _now = _now < next.Due ? next.Due : _now;
            }

            next.Fire();
        }
    }

    private void Remove(ClockTimer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }

    private sealed class ClockTimer(MatrixClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public bool IsTimeout { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Schedule(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
