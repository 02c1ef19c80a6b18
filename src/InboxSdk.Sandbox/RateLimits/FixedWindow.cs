namespace InboxSdk.Sandbox.RateLimits;

/// <summary>Consecutive windows, aligned to their length since the Unix epoch. All permits are restored when a window ends.</summary>
internal sealed class FixedWindow(int limit, TimeSpan length) : IRateWindow
{
    private DateTimeOffset _start;
    private int _taken;

    public int Limit => limit;

    public TimeSpan Length => length;

    public int Remaining(DateTimeOffset now)
    {
        var start = now - TimeSpan.FromTicks((now - DateTimeOffset.UnixEpoch).Ticks % length.Ticks);
        if (start != _start)
            (_start, _taken) = (start, 0);
        return limit - _taken;
    }

    public void Take(int count, DateTimeOffset now) => _taken += count;

    public DateTimeOffset NextPermit(DateTimeOffset now) => _start + length;
}
