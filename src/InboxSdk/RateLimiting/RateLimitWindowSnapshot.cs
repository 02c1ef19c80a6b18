namespace InboxSdk;

/// <summary>Represents the usage of a window.</summary>
public sealed record RateLimitWindowSnapshot
{
    /// <summary>Gets the requests that count against the window.</summary>
    public RateLimitKind Kind { get; init; }

    /// <summary>Gets the length of the window, such as a minute.</summary>
    public TimeSpan Length { get; init; }

    /// <summary>Gets the limit of the window: that of the options, or a lower one reported by the server.</summary>
    public int Limit { get; init; }

    /// <summary>Gets the number of requests in the window, including those in flight and, as far as known, those of other processes. It can exceed <see cref="Limit"/> because of
    /// other processes.</summary>
    public int Used { get; init; }

    /// <summary>Gets the time until another interactive request is permitted, after those that already wait; zero if one is permitted now.</summary>
    public TimeSpan NextPermit { get; init; }

    /// <summary>Gets the number of waiting requests. The default is 0.</summary>
    public int WaitingCount { get; init; }

    /// <summary>Gets the time until the first waiting request is permitted, as far as known; zero if none waits.</summary>
    public TimeSpan WaitEnds { get; init; }

    /// <summary>Gets how long all requests of the kind are paused because the server rejected one, or zero. After that, a single request is sent first as a probe.</summary>
    public TimeSpan PausedFor { get; init; }

    internal bool AppliesTo(RateLimitKind kind) => Kind == kind || Kind == RateLimitKind.All || kind == RateLimitKind.All;

    internal TimeSpan Estimate(long requests)
    {
        var missing = requests - Math.Max(0, Limit - Used);
        if (missing <= 0)
            return requests == 0 ? TimeSpan.Zero : NextPermit;

        // The used permits are restored over the rest of the window, then a whole limit per window.
        var windows = (double)missing / Math.Max(1, Limit);
        return NextPermit + TimeSpan.FromTicks((long)Math.Min(Length.Ticks * windows, TimeSpan.FromDays(3650).Ticks));
    }
}
