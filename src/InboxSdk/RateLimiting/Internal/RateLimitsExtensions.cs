namespace InboxSdk.RateLimiting;

/// <summary>Reads the usage of rate limits where nothing can be awaited.</summary>
internal static class RateLimitsExtensions
{
    /// <summary>Gets the usage; <see langword="null"/> when it fails or does not complete synchronously, as a custom rate limiter's may.</summary>
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
