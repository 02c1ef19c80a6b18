namespace InboxSdk.RateLimiting;

/// <summary>Limits the requests in flight: paused after a rejection, then growing from one (slow start). Not thread-safe. Times are ticks of 100 ns since an arbitrary
/// origin.</summary>
/// <param name="isComplete">Whether slow start is complete from the beginning. The default is <see langword="false"/>.</param>
internal sealed class SlowStart(bool isComplete = false)
{
    private const int Unbounded = int.MaxValue;
    private const int WidestRamp = 64;
    private static readonly long Patience = TimeSpan.TicksPerSecond;

    // The maximum number of requests in flight: small at first, before the server reports the usage of other processes, and after a rejection.
    private int _ramp = isComplete ? Unbounded : 1;
    private long _rampSince;

    public long ClosedUntil { get; private set; }

    /// <summary>Whether slow start is complete, so that only the windows limit the requests in flight.</summary>
    public bool IsComplete => _ramp == Unbounded;

    /// <summary>When slow start permits another request. A single slow response does not delay others for long.</summary>
    public long OpensAt(long now, int inFlight) => Math.Max(now, inFlight < _ramp ? ClosedUntil : _rampSince + Patience);

    /// <summary>Records that another request is permitted.</summary>
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

    /// <summary>Ends the pause early.</summary>
    public void Open(long now) => (ClosedUntil, _rampSince) = (now, now);

    public void Accepted(long now)
    {
        // One more for each accepted request, which doubles the number each round: 1, 2, 4 …
        if (!IsComplete && now >= ClosedUntil)
            Widen(_ramp + 1, now);
    }

    private void Widen(int ramp, long now)
    {
        _ramp = ramp > WidestRamp ? Unbounded : ramp;
        _rampSince = now;
    }
}
