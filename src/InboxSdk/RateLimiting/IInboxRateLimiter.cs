namespace InboxSdk;

/// <summary>Decides when a request may be sent, so that the server does not have to refuse one. The extension point for a rate limiter of the application.</summary>
/// <remarks>
/// <para>The default limits the requests of one client. <see cref="InboxRateLimiter.Create"/> returns one that several clients of a process share; implement the interface to share the limits
/// among processes. Set it as <see cref="InboxRateLimitOptions.Limiter"/>.</para>
/// <para>Implementations must be safe for concurrent use. Applications that only want to see the usage read <see cref="IInboxClient.RateLimits"/>.</para>
/// </remarks>
public interface IInboxRateLimiter : IInboxRateLimits
{
    /// <summary>Waits until one request may be sent.</summary>
    /// <param name="request">The kind and the priority of the request, and the longest it may wait.</param>
    /// <param name="cancellationToken">Ends the wait at once; no permit is taken then.</param>
    /// <returns>The permit. The client completes it exactly once.</returns>
    /// <exception cref="InboxRateLimitException">The wait would exceed <see cref="InboxPermitRequest.MaxWait"/>. Thrown at once, with the time to wait in
    /// <see cref="InboxRateLimitException.RetryAfter"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<InboxPermit> AcquireAsync(InboxPermitRequest request, CancellationToken cancellationToken = default);
}
