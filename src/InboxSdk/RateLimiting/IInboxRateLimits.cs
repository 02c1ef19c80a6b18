namespace InboxSdk;

/// <summary>Shows the usage of the rate limits that the client keeps.</summary>
public interface IInboxRateLimits
{
    /// <summary>Gets the usage of the rate limits. Makes no request to Inbox.</summary>
    /// <param name="cancellationToken">Ends the wait at once; with the default rate limiter there is none.</param>
    /// <returns>The usage at this time.</returns>
    ValueTask<RateLimitSnapshot> GetSnapshotAsync(CancellationToken cancellationToken = default);
}
