namespace InboxSdk.FaultMatrix.Server;

/// <summary>A clock on which delays pass at once, and the timeout of an attempt passes only when the server lets it. So a run takes no longer than its work, and a slow
/// machine times nothing out.</summary>
internal sealed class MatrixClock : TimeProvider
{
    /// <summary>The length that tells a timeout from a delay: one that no delay has by chance, which the rate limiter rounds to milliseconds.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromMilliseconds(9_973.2357);

    private readonly Lock _gate = new();
    private readonly List<ClockTimer> _timers = [];

    // Before the end of v1, whatever the calendar of the machine says.
    private DateTimeOffset _now = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Called when a delay begins.</summary>
    public Action? OnDelay { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ClockTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets every attempt in flight time out.</summary>
    public void TimeOutAttempts()
    {
        List<ClockTimer> due;
        lock (_gate)
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
        lock (_gate)
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
            lock (_gate)
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
        lock (_gate)
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
