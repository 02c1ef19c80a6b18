using InboxSdk.Diagnostics;
using Microsoft.Extensions.Logging;

namespace InboxSdk.RateLimiting;

/// <summary>Reports the waits for a rate limiter: to the log, and to what the scope of the call names.</summary>
internal sealed class ReportingRateLimiter(IInboxRateLimiter limiter, TimeProvider timeProvider, ILogger logger) : IInboxRateLimiter
{
    // Shorter waits are what pacing is.
    private static readonly TimeSpan Notable = TimeSpan.FromSeconds(1);

    // Steady work waits for every permit: that is one wait to the log, until one of them is as long as this.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    private readonly Episode _reads = new();
    private readonly Episode _writes = new();
    private volatile bool _isTogether;

    public ValueTask<InboxPermit> AcquireAsync(InboxPermitRequest request, CancellationToken cancellationToken = default)
    {
        var permit = limiter.AcquireAsync(request, cancellationToken);
        if (permit.IsCompletedSuccessfully)
            EpisodeOf(request.Kind).WentFreely = true;
        else if (!permit.IsCompleted)
            _ = ReportWaitAsync(request, cancellationToken);
        return permit;
    }

    public ValueTask<RateLimitSnapshot> GetSnapshotAsync(CancellationToken cancellationToken = default) => limiter.GetSnapshotAsync(cancellationToken);

    // Beside the wait, which must not become longer by it. Never throws.
    private async Task ReportWaitAsync(InboxPermitRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var waits = RateLimitScope.Waits;
            var snapshot = await limiter.GetSnapshotAsync(cancellationToken).ConfigureAwait(false);
            var wait = TimeSpan.Zero;
            foreach (var window in snapshot.Windows)
            {
                if (window.Kind == RateLimitKind.All)
                    _isTogether = true;
                // A custom rate limiter may not say when a wait ends.
                if (window.AppliesTo(request.Kind) && (window.Waiting > 0 ? window.WaitEnds : window.NextPermit) is var ends && ends > wait)
                    wait = ends;
            }

            if (wait < Notable)
                return;
            var now = timeProvider.GetUtcNow();
            var until = DateTimeOffset.MaxValue - now > wait ? now + wait : DateTimeOffset.MaxValue;
            if (EpisodeOf(request.Kind).IsNew(now, until))
                logger.WaitingForRateLimit(_isTogether ? "requests" : request.Kind == RateLimitKind.Read ? "reads" : "writes", until);
            waits?.Report(new() { Kind = request.Kind, Until = until });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // So is the wait.
        }
        catch (Exception exception)
        {
            // A fault of the application's code; the call continues.
            logger.ProgressFailed(exception);
        }
    }

    private Episode EpisodeOf(RateLimitKind kind) => kind == RateLimitKind.Read || _isTogether ? _reads : _writes;

    /// <summary>What of the waits of one kind has been logged.</summary>
    private sealed class Episode
    {
        private readonly object _lock = new();
        private volatile bool _wentFreely = true;
        private DateTimeOffset _loggedUntil = DateTimeOffset.MinValue;

        /// <summary>Whether a request went without a wait since the wait that was last logged.</summary>
        public bool WentFreely
        {
            set
            {
                if (!_wentFreely)
                    _wentFreely = value;
            }
        }

        public bool IsNew(DateTimeOffset now, DateTimeOffset until)
        {
            lock (_lock)
            {
                var isNew = now >= _loggedUntil && _wentFreely;
                if (!isNew && (until - now < Long || until - _loggedUntil < Notable))
                    return false;
                _loggedUntil = until;
                _wentFreely = false;
                return true;
            }
        }
    }
}
