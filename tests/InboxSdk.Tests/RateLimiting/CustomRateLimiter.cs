using System.Collections.Concurrent;

namespace InboxSdk.Tests.RateLimiting;

/// <summary>Represents an application's rate limiter that permits all requests, with callbacks of a test.</summary>
internal sealed class CustomRateLimiter : IInboxRateLimiter
{
    private readonly ConcurrentQueue<InboxPermitRequest> _requests = new();
    private readonly ConcurrentQueue<InboxPermitResult> _results = new();

    public Action? Acquiring { get; set; }

    public Func<InboxPermitResult, CancellationToken, ValueTask> Completing { get; set; } = (_, _) => default;

    public Func<ValueTask<RateLimitSnapshot>> Snapshot { get; init; } = () => new(new RateLimitSnapshot());

    public IReadOnlyCollection<InboxPermitRequest> Requests => _requests;

    public IReadOnlyCollection<InboxPermitResult> Results => _results;

    public ValueTask<InboxPermit> AcquireAsync(InboxPermitRequest request, CancellationToken cancellationToken = default)
    {
        Acquiring?.Invoke();
        _requests.Enqueue(request);
        return new(new Permit(this));
    }

    public ValueTask<RateLimitSnapshot> GetSnapshotAsync(CancellationToken cancellationToken = default) => Snapshot();

    private sealed class Permit(CustomRateLimiter limiter) : InboxPermit
    {
        protected override ValueTask CompleteCoreAsync(InboxPermitResult result, CancellationToken cancellationToken = default)
        {
            limiter._results.Enqueue(result);
            return limiter.Completing(result, cancellationToken);
        }
    }
}
