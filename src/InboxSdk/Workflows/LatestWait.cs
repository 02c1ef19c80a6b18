namespace InboxSdk.Workflows;

/// <summary>The end of the latest wait for the rate limit. Thread-safe.</summary>
internal sealed class LatestWait(TimeProvider timeProvider)
{
    private long _until;

    /// <summary>Gets the end of the wait, or <see langword="null"/> if it has passed.</summary>
    public DateTimeOffset? Until => new DateTimeOffset(Volatile.Read(ref _until), TimeSpan.Zero) is var until && until > timeProvider.GetUtcNow() ? until : null;

    /// <summary>Records a wait. Returns whether it differs from the known one.</summary>
    public bool Record(RateLimitWait wait)
    {
        var until = wait.Until.UtcTicks;
        return Math.Abs(until - Interlocked.Exchange(ref _until, until)) >= TimeSpan.TicksPerSecond;
    }
}
