namespace InboxSdk.RateLimiting;

/// <summary>Reads the usage of rate limits synchronously.</summary>
internal static class RateLimitsExtensions
{
    /// <summary>Returns the usage, or <see langword="null"/> if a custom rate limiter fails or does not complete synchronously.</summary>
    public static RateLimitSnapshot? PeekSnapshot(this IInboxRateLimits limits)
    {
        try
        {
            var snapshot = limits.GetSnapshotAsync();
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
