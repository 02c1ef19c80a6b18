namespace InboxSdk.RateLimiting;

/// <summary>Reads the usage of rate limits synchronously.</summary>
internal static class RateLimitsExtensions
{
    /// <summary>Returns the usage, or <see langword="null"/> if a custom rate limiter fails or does not complete synchronously.</summary>
    public static RateLimitSnapshot? PeekSnapshot(this IInboxRateLimits limits) => Peek(limits, static limits => limits);

    /// <summary>Returns the usage of a client, or <see langword="null"/> as above, and if a fake has no rate limits.</summary>
    public static RateLimitSnapshot? PeekRateLimits(this IInboxClient inbox) => Peek(inbox, static inbox => inbox.RateLimits);

    private static RateLimitSnapshot? Peek<T>(T owner, Func<T, IInboxRateLimits> limits)
    {
        try
        {
            var snapshot = limits(owner).GetSnapshotAsync();
            if (snapshot.IsCompleted)
                return snapshot.GetAwaiter().GetResult();
            // Its exception is observed, so that it does not surface elsewhere.
            _ = snapshot.AsTask().ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return null;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
