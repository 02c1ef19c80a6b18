using System.Runtime.InteropServices;

namespace InboxSdk.RateLimiting;

/// <summary>Finds out how long the window is whose limit, as the headers say, is lower than the configured one: shorter as well, or as long. Not safe for concurrent
/// use. Times are ticks of 100 ns since any one moment.</summary>
/// <remarks>
/// <para>What the headers call the reset is no length: of a sliding window it is when its oldest request leaves, of a fixed one its end, of GCRA the next permit. But where the server no
/// longer counts requests that we sent, they have left its window, and that bounds the length: by the age of the youngest of them (sliding), by the distance of two resets (fixed), and by the
/// time in which a limit's worth leaves at the pace they did (GCRA). The longest of the three is right whatever the server does, and it is believed after three responses in
/// a row.</para>
/// <para>Requests that the configured length holds back would never show it, and those in flight together are counted in any order. So once the resets have been near for a while, one
/// request alone is sent after the reset to find out, and none more for a while when it finds nothing. A server that lies gains little: the configured windows hold in any
/// case.</para>
/// </remarks>
internal sealed class ShorterWindow(int limit, TimeSpan configured)
{
    /// <summary>The highest configured limit below which a shorter window is looked for: every request is kept.</summary>
    public const int MostLimit = 1_000;

    private const int Enough = 3;

    // How many lengths pass until the next request finds out, after one that found nothing.
    private const int Rest = 16;

    // The headers count whole seconds.
    private static readonly long Rounding = TimeSpan.TicksPerSecond;

    private readonly long _configured = configured.Ticks;

    // When our own requests were answered, the oldest first.
    private readonly List<long> _own = [];

    private long _reset = long.MinValue;
    private long _passed = long.MinValue;
    private long _farResetAt = long.MinValue;
    private long _restsUntil = long.MinValue;
    private long _bound;
    private int _responses;
    private int _evidence;

    /// <summary>Gets the limit that the headers name.</summary>
    public int Limit => limit;

    /// <summary>Gets when a request may be sent to find out, although the configured length holds it back; <see cref="long.MaxValue"/> for never.</summary>
    public long ProbeAt { get; private set; } = long.MaxValue;

    private long Longest => _configured * 3 / 4;

    /// <summary>Takes note of a response.</summary>
    /// <param name="remaining">How many requests it says are left.</param>
    /// <param name="resetAfter">When it says that the window resets, from now on.</param>
    /// <param name="isRefused">Whether it refused the request.</param>
    /// <param name="isProbe">Whether the request was sent to find out.</param>
    /// <param name="now">The present time.</param>
    /// <returns>The length, in whole seconds, once it is known to be shorter.</returns>
    public TimeSpan? Observe(int remaining, TimeSpan resetAfter, bool isRefused, bool isProbe, long now)
    {
        // The server does not count what it refuses.
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

    /// <summary>How long the window is at most; <see langword="null"/> when the response does not say.</summary>
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
