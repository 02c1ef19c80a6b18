namespace InboxSdk.RateLimiting;

/// <summary>Permits every request: for clients whose rate limiter is disabled.</summary>
internal sealed class NoRateLimiter : IInboxRateLimiter
{
    public ValueTask<InboxPermit> AcquireAsync(InboxPermitRequest request, CancellationToken cancellationToken = default) => new(new Permit());

    public ValueTask<RateLimitSnapshot> GetSnapshotAsync(CancellationToken cancellationToken = default) => new(new RateLimitSnapshot());

    private sealed class Permit : InboxPermit
    {
        protected override ValueTask CompleteCoreAsync(InboxPermitResult result, CancellationToken cancellationToken = default) => default;
    }
}
