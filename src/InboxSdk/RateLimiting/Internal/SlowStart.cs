namespace InboxSdk.RateLimiting;

/// <summary>Whether requests may go at all, and how many at once: closed for a while after a refusal, and narrow while trust grows. Not safe for concurrent
/// use. Times are ticks of 100 ns since any one moment.</summary>
internal sealed class SlowStart
{
    private const int Unbounded = int.MaxValue;
    private const int WidestRamp = 64;
    private static readonly long Patience = TimeSpan.TicksPerSecond;

    // How many may be in flight at once: few at the start, when the server has not yet told what others used, and after a refusal.
    private int _ramp = 1;
    private long _rampSince;

    public long ClosedUntil { get; private set; }

    /// <summary>Whether the server has answered well for long enough that nothing but the quota bounds the requests in flight.</summary>
    public bool IsTrusting => _ramp == Unbounded;

    /// <summary>When one more may go, as far as the gate is concerned. Nobody is kept waiting for long by one slow answer.</summary>
    public long OpensAt(long now, int inFlight) => Math.Max(now, inFlight < _ramp ? ClosedUntil : _rampSince + Patience);

    /// <summary>Takes note that one more goes.</summary>
    public void Permitted(long now, int inFlight)
    {
        if (inFlight >= _ramp)
            Widen(_ramp * 2, now);
    }

    public void Close(long now, long pause)
    {
        ClosedUntil = Math.Max(ClosedUntil, now + pause);
        _ramp = 1;
        _rampSince = ClosedUntil;
    }

    /// <summary>Opens it before its time.</summary>
    public void Open(long now) => (ClosedUntil, _rampSince) = (now, now);

    public void Accepted(long now)
    {
        // One more for each good answer, which doubles it each round: 1, 2, 4 …
        if (!IsTrusting && now >= ClosedUntil)
            Widen(_ramp + 1, now);
    }

    private void Widen(int ramp, long now)
    {
        _ramp = ramp > WidestRamp ? Unbounded : ramp;
        _rampSince = now;
    }
}
