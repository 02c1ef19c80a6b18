namespace InboxSdk;

/// <summary>Shows how much of one window of the quota is used.</summary>
/// <param name="Kind">What kind of requests count against it. A window for all requests is shown once for each kind.</param>
/// <param name="Length">How long it is, such as a minute.</param>
/// <param name="Limit">How many requests it allows: as the options say, or fewer when the server said so.</param>
/// <param name="Used">How many it has seen, those in flight and those of other processes as far as they are known included. Others may have taken it above the limit.</param>
/// <param name="NextPermit">How long it takes until one more interactive request may be sent, behind those that wait already; zero when one may be sent now.</param>
public sealed record QuotaWindowSnapshot(QuotaKind Kind, TimeSpan Length, int Limit, int Used, TimeSpan NextPermit)
{
    /// <summary>Gets how many requests of the kind wait for a permit. 0 by default.</summary>
    public int Waiting { get; init; }

    /// <summary>Gets how long it takes until the first of those that wait may be sent, as far as it is known; zero when none waits.</summary>
    public TimeSpan WaitEnds { get; init; }

    /// <summary>Gets how long all requests of the kind are held back because the server refused one; zero when they are not. Then one goes first, to find out.</summary>
    public TimeSpan ClosedFor { get; init; }

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
