namespace InboxSdk.Sandbox.RateLimits;

/// <summary>
/// The generic cell rate algorithm in its leaky bucket form: each permit adds <c>length / limit</c> of time to a bucket that holds
/// <c>length</c> and drains as time passes.
/// </summary>
internal sealed class GcraWindow(int limit, TimeSpan length) : IRateWindow
{
    // The level of the bucket in ticks, multiplied by the limit: a permit is then exactly length.Ticks, whereas length / limit would be rounded.
    // A full bucket of the largest limit and window is a tenth of long.MaxValue.
    private long _level;
    private DateTimeOffset _levelAt;

    public int Limit => limit;

    public TimeSpan Length => length;

    public int Remaining(DateTimeOffset now)
    {
        var leaked = Math.Clamp((now - _levelAt).Ticks, 0, length.Ticks) * limit;
        (_level, _levelAt) = (Math.Max(0, _level - leaked), now);
        return limit - Used;
    }

    public void Take(int count, DateTimeOffset now) => _level += count * length.Ticks;

    public DateTimeOffset NextPermit(DateTimeOffset now) =>
        _levelAt + TimeSpan.FromTicks(CeilingOf(_level - ((Used - 1) * length.Ticks), limit));

    /// <summary>The permits that have not completely drained.</summary>
    private int Used => (int)CeilingOf(_level, length.Ticks);

    private static long CeilingOf(long dividend, long divisor) => (dividend + divisor - 1) / divisor;
}
