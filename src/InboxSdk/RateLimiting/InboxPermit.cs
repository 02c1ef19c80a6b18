namespace InboxSdk;

/// <summary>Represents the permission to send one request, granted by an <see cref="IInboxRateLimiter"/>. The client completes it with the result of the request.</summary>
public abstract class InboxPermit
{
    private int _isCompleted;

    /// <summary>Completes the permit. Call it exactly once.</summary>
    /// <param name="result">The result of the request.</param>
    /// <param name="cancellationToken">Cancels the wait; the permit is completed nevertheless.</param>
    /// <returns>A task that completes when the rate limiter has processed the result.</returns>
    /// <exception cref="InvalidOperationException">The permit has been completed.</exception>
    public ValueTask CompleteAsync(InboxPermitResult result, CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _isCompleted, 1) == 0 ? CompleteCoreAsync(result, cancellationToken) : throw new InvalidOperationException("The permit has been completed before.");

    /// <summary>Processes the result of the request. Called at most once.</summary>
    /// <param name="result">The result of the request.</param>
    /// <param name="cancellationToken">Cancels the wait. The result must not be lost: keep it and store it later.</param>
    /// <returns>A task that completes when the result is processed. The call waits for it.</returns>
    protected abstract ValueTask CompleteCoreAsync(InboxPermitResult result, CancellationToken cancellationToken = default);
}
