namespace InboxSdk.Sandbox;

/// <summary>The server's clock: the given clock with an offset, which can change at run time. Timers are not affected.</summary>
internal sealed class ServerClock(TimeProvider clock, TimeSpan skew) : TimeProvider
{
    private long _skewTicks = skew.Ticks;

    /// <summary>How far the clock is ahead of the given one.</summary>
    public TimeSpan Skew
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _skewTicks));
        set => Volatile.Write(ref _skewTicks, value.Ticks);
    }

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Skew;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
