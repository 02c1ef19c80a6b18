using System.Collections.Concurrent;
using FluentAssertions;
using InboxSdk.RateLimiting;

namespace InboxSdk.Tests.RateLimiting;

/// <summary>Represents a rate limiter and its permits: a test reports the results in the order of the permits.</summary>
internal sealed class PermittedLimiter(InProcessRateLimiter limiter)
{
    private readonly ConcurrentQueue<InboxPermit> _permits = new();

    public ValueTask AcquireAsync(InboxPermitRequest request, CancellationToken cancellationToken = default)
    {
        var permit = limiter.AcquireAsync(request, cancellationToken);
        if (!permit.IsCompletedSuccessfully)
            return new(KeepAsync(permit));
        _permits.Enqueue(permit.Result);
        return default;
    }

    /// <summary>Completes the oldest permit.</summary>
    public void Report(InboxPermitResult result)
    {
        if (!_permits.TryDequeue(out var permit))
            throw new InvalidOperationException("No permit is open.");
        permit.CompleteAsync(result).AsTask().IsCompletedSuccessfully.Should().BeTrue();
    }

    public RateLimitSnapshot GetSnapshot() => limiter.GetSnapshot();

    public int InFlight(RateLimitKind kind) => limiter.InFlight(kind);

    private async Task KeepAsync(ValueTask<InboxPermit> permit) => _permits.Enqueue(await permit);
}
