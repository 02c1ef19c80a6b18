namespace InboxSdk.Workflows;

/// <summary>Until when the calls of some work wait for the rate limit. Safe for concurrent use.</summary>
internal sealed class LatestWait(TimeProvider timeProvider)
{
    private long _until;

    /// <summary>Gets until when calls wait; <see langword="null"/> when that is over.</summary>
    public DateTimeOffset? Until => new DateTimeOffset(Volatile.Read(ref _until), TimeSpan.Zero) is var until && until > timeProvider.GetUtcNow() ? until : null;

    /// <summary>Takes note of a wait; <see langword="true"/> when it is another than the one that is known.</summary>
    public bool Begins(RateLimitWait wait)
    {
        var until = wait.Until.UtcTicks;
        return Math.Abs(until - Interlocked.Exchange(ref _until, until)) >= TimeSpan.TicksPerSecond;
    }
}
