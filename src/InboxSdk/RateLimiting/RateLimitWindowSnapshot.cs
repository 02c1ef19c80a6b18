namespace InboxSdk;

/// <summary>Shows the usage of one window of the rate limits.</summary>
public sealed record RateLimitWindowSnapshot
{
    /// <summary>Gets the requests that count against the window.</summary>
    public RateLimitKind Kind { get; init; }

    /// <summary>Gets the length of the window, such as a minute.</summary>
    public TimeSpan Length { get; init; }

    /// <summary>Gets the number of requests that the window allows: as the options say, or fewer when the server said so.</summary>
    public int Limit { get; init; }

    /// <summary>Gets the number of requests in the window, those in flight and those of other processes as far as they are known included. Other processes may have taken it above
    /// <see cref="Limit"/>.</summary>
    public int Used { get; init; }

    /// <summary>Gets the time until one more interactive request may be sent, behind those that wait already; zero when one may be sent now.</summary>
    public TimeSpan NextPermit { get; init; }

    /// <summary>Gets the number of requests that wait for a permit. The default is 0.</summary>
    public int Waiting { get; init; }

    /// <summary>Gets the time until the first waiting request may be sent, as far as it is known; zero when none waits.</summary>
    public TimeSpan WaitEnds { get; init; }

    /// <summary>Gets how long all requests of the kind are held back because the server refused one; zero when they are not. Then one request is sent first, to find out.</summary>
    public TimeSpan ClosedFor { get; init; }

    internal bool AppliesTo(RateLimitKind kind) => Kind == kind || Kind == RateLimitKind.All || kind == RateLimitKind.All;

    internal TimeSpan Estimate(long requests)
    {
        var missing = requests - Math.Max(0, Limit - Used);
        if (missing <= 0)
            return requests == 0 ? TimeSpan.Zero : NextPermit;

        // What is used frees over the rest of the window, then a limit's worth each further window.
        var windows = (double)missing / Math.Max(1, Limit);
        return NextPermit + TimeSpan.FromTicks((long)Math.Min(Length.Ticks * windows, TimeSpan.FromDays(3650).Ticks));
    }
}
