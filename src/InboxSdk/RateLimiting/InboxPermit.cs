namespace InboxSdk;

/// <summary>The permission to send one request, as an <see cref="IInboxRateLimiter"/> gives it. The client completes it with what came of the request.</summary>
public abstract class InboxPermit
{
    private int _isCompleted;

    /// <summary>Completes the permit. Call it exactly once.</summary>
    /// <param name="result">What came of the request.</param>
    /// <param name="cancellationToken">Ends the wait at once; the permit is completed nevertheless.</param>
    /// <returns>A task that completes when the rate limiter has taken the result.</returns>
    /// <exception cref="InvalidOperationException">The permit has been completed.</exception>
    public ValueTask CompleteAsync(InboxPermitResult result, CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _isCompleted, 1) == 0 ? CompleteCoreAsync(result, cancellationToken) : throw new InvalidOperationException("The permit has been completed before.");

    /// <summary>Takes the result of the request. Called at most once.</summary>
    /// <param name="result">What came of the request.</param>
    /// <param name="cancellationToken">Ends the wait at once. The result must not be lost by it: keep it and store it later.</param>
    /// <returns>A task that completes when the result is taken. The caller of the API waits for it.</returns>
    protected abstract ValueTask CompleteCoreAsync(InboxPermitResult result, CancellationToken cancellationToken = default);
}
