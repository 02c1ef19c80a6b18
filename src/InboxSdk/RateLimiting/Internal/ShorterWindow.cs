using System.Runtime.InteropServices;

namespace InboxSdk.RateLimiting;

/// <summary>Detects the length of a window whose limit in the headers is lower than the configured one, and which may also be shorter. Not thread-safe. Times are ticks
/// of 100 ns since an arbitrary origin.</summary>
/// <remarks>
/// <para>The reset in the headers is not a length: for a sliding window it is when the oldest request expires, for a fixed window its end, for GCRA the next permit. But requests
/// of ours that the server no longer counts have expired, which bounds the length: by the age of the youngest of them (sliding), by the time between two resets (fixed),
/// and by the time in which a whole limit expires
/// at their rate (GCRA). The longest of the three is correct for every algorithm. It is trusted after three consecutive responses.</para>
/// <para>Requests delayed by the configured length would never reveal it, and concurrent requests are counted in any order. So once the resets have been close for a while, a
/// single request is sent after the reset as a probe, and no other for a while if it finds nothing. Incorrect headers cause little harm, because the configured windows
/// always apply.</para>
/// </remarks>
internal sealed class ShorterWindow(int limit, TimeSpan configured)
{
    /// <summary>The highest configured limit for which a shorter window is detected, because every request is stored.</summary>
    public const int MostLimit = 1_000;

    private const int Enough = 3;

    // The number of lengths between probes, after one that found nothing.
    private const int Rest = 16;

    // The headers are in whole seconds.
    private static readonly long Rounding = TimeSpan.TicksPerSecond;

    private readonly long _configured = configured.Ticks;

    // The times of the responses to our own requests, oldest first.
    private readonly List<long> _own = [];

    private long _reset = long.MinValue;
    private long _passed = long.MinValue;
    private long _farResetAt = long.MinValue;
    private long _restsUntil = long.MinValue;
    private long _bound;
    private int _responses;
    private int _evidence;

    /// <summary>Gets the limit in the headers.</summary>
    public int Limit => limit;

    /// <summary>Gets when a probe is permitted, regardless of the configured length; <see cref="long.MaxValue"/> for never.</summary>
    public long ProbeAt { get; private set; } = long.MaxValue;

    private long Longest => _configured * 3 / 4;

    /// <summary>Observes a response.</summary>
    /// <param name="remaining">The remaining requests according to the response.</param>
    /// <param name="resetAfter">The time until the window resets, according to the response.</param>
    /// <param name="isRefused">Whether the request was rejected.</param>
    /// <param name="isProbe">Whether the request was a probe.</param>
    /// <param name="now">The current time.</param>
    /// <returns>The length in whole seconds, once it is known to be shorter.</returns>
    public TimeSpan? Observe(int remaining, TimeSpan resetAfter, bool isRefused, bool isProbe, long now)
    {
        // The server does not count rejected requests.
        if (!isRefused)
            _own.Add(now);
        _own.RemoveAll(at => at + _configured <= now);
        _responses++;
        var reset = now + resetAfter.Ticks;
        if (_reset != long.MinValue && (_reset <= now || reset - _reset > Rounding * 3 / 2))
            _passed = _reset;
        _reset = reset;
        if (resetAfter.Ticks > Longest)
            _farResetAt = now;

        if (isProbe && !isRefused && Bound(limit - remaining, now) is { } bound && bound <= Longest)
        {
            _bound = Math.Max(_bound, bound);
            if (++_evidence == Enough)
                return TimeSpan.FromSeconds(Math.Ceiling(TimeSpan.FromTicks(_bound).TotalSeconds));
        }
        else if (isProbe)
        {
            (_evidence, _bound) = (0, 0);
            _restsUntil = now + (Rest * _configured);
        }

        var isNear = _responses >= Enough && (_farResetAt == long.MinValue || now - _farResetAt >= _configured);
        ProbeAt = _evidence > 0 ? now : isNear ? Math.Max(_reset + Rounding, _restsUntil) : long.MaxValue;
        return null;
    }

    /// <summary>Returns the upper bound of the length, or <see langword="null"/> if the response does not imply one.</summary>
    private long? Bound(int used, long now)
    {
        var forgotten = Math.Min(_own.Count - Math.Max(1, used), _own.Count - 1);
        if (forgotten <= 0 || _passed == long.MinValue)
            return null;
        var own = CollectionsMarshal.AsSpan(_own);
        var sliding = now - own[forgotten - 1];
        var windows = _reset - _passed;
        var leaking = (long)((double)limit * (now - own[0]) / forgotten);
        return Math.Max(sliding, Math.Max(windows, leaking)) + Rounding;
    }
}
