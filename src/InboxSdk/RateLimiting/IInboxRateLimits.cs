namespace InboxSdk;

/// <summary>Provides the usage of the client's rate limits.</summary>
public interface IInboxRateLimits
{
    /// <summary>Gets the usage of the rate limits. Sends no request to Inbox.</summary>
    /// <param name="cancellationToken">Cancels the wait; the default rate limiter does not wait.</param>
    /// <returns>The current usage.</returns>
    ValueTask<RateLimitSnapshot> GetSnapshotAsync(CancellationToken cancellationToken = default);
}
