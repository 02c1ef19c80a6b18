namespace InboxSdk;

/// <summary>Decides when a request may be sent, so that the server never has to refuse one.</summary>
/// <remarks>The default paces the requests of one process. Implement it to share one quota among several, and set it as
/// <see cref="InboxQuotaOptions.Shared"/>. Implementations must be safe for concurrent use.</remarks>
public interface IInboxQuota
{
    /// <summary>Waits until one request may be sent.</summary>
    /// <param name="request">What kind of request, how urgent, and how long it may wait.</param>
    /// <param name="cancellationToken">Ends the wait at once; the permit is then not taken.</param>
    /// <returns>A task that completes when the request may be sent. <see cref="Report"/> follows it exactly once; after an exception it does not.</returns>
    /// <exception cref="InboxRateLimitException">The wait would be longer than the request may wait. Thrown at once, with the time to wait.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before the request might be sent.</exception>
    ValueTask AcquireAsync(QuotaRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells how a permitted request ended.</summary>
    /// <param name="request">The request that was permitted.</param>
    /// <param name="answer">What the server answered; default when no answer came.</param>
    void Report(QuotaRequest request, QuotaAnswer answer);

    /// <summary>Gets how much of the quota is used.</summary>
    /// <returns>The state at this moment.</returns>
    QuotaSnapshot GetSnapshot();
}
