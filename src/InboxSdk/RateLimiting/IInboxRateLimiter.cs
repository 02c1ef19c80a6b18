namespace InboxSdk;

/// <summary>Determines when a request can be sent, so that the server does not reject it. Implement it for a custom rate limiter.</summary>
/// <remarks>
/// <para>The default limits the requests of one client. <see cref="InboxRateLimiter.Create"/> returns one that several clients of a process share; implement the interface to
/// share the limits among processes. Set it as <see cref="InboxRateLimitOptions.Limiter"/>.</para>
/// <para>Implementations must be thread-safe. To read only the usage, use <see cref="IInboxClient.RateLimits"/>.</para>
/// </remarks>
public interface IInboxRateLimiter : IInboxRateLimits
{
    /// <summary>Waits until a request can be sent.</summary>
    /// <param name="request">The kind and the priority of the request, and the longest it may wait.</param>
    /// <param name="cancellationToken">Cancels the wait; no permit is then taken.</param>
    /// <returns>The permit. The client completes it exactly once.</returns>
    /// <exception cref="InboxRateLimitException">The wait would exceed <see cref="InboxPermitRequest.MaxWait"/>. Thrown immediately, with the duration of the wait in
    /// <see cref="InboxRateLimitException.RetryAfter"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<InboxPermit> AcquireAsync(InboxPermitRequest request, CancellationToken cancellationToken = default);
}
