using InboxSdk.Diagnostics;
using Microsoft.Extensions.Logging;

namespace InboxSdk.RateLimiting;

/// <summary>Reports waits for a rate limiter to the log, and to the receiver of the call's scope.</summary>
internal sealed class ReportingRateLimiter(IInboxRateLimiter limiter, TimeProvider timeProvider, ILogger logger) : IInboxRateLimiter
{
    // Shorter waits are normal.
    private static readonly TimeSpan Notable = TimeSpan.FromSeconds(1);

    // Continuous work waits for every permit: this is logged as one wait, until one reaches this duration.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    private readonly Episode _reads = new();
    private readonly Episode _writes = new();
    private volatile bool _isTogether;

    public ValueTask<InboxPermit> AcquireAsync(InboxPermitRequest request, CancellationToken cancellationToken = default)
    {
        var permit = limiter.AcquireAsync(request, cancellationToken);
        if (permit.IsCompletedSuccessfully)
            EpisodeOf(request.Kind).HadNoWait = true;
        else if (!permit.IsCompleted)
            _ = ReportWaitAsync(request, cancellationToken);
        return permit;
    }

    public ValueTask<RateLimitSnapshot> GetSnapshotAsync(CancellationToken cancellationToken = default) => limiter.GetSnapshotAsync(cancellationToken);

    // In parallel with the wait, which it must not prolong. Never throws.
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
                // A custom rate limiter may not report the end of a wait.
                if (window.AppliesTo(request.Kind) && (window.WaitingCount > 0 ? window.WaitEnds : window.NextPermit) is var ends && ends > wait)
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
            // An exception of the application; the call continues.
            logger.ProgressFailed(exception);
        }
    }

    private Episode EpisodeOf(RateLimitKind kind) => kind == RateLimitKind.Read || _isTogether ? _reads : _writes;

    /// <summary>The state of logging for the waits of one kind.</summary>
    private sealed class Episode
    {
        private readonly object _lock = new();
        private volatile bool _wentFreely = true;
        private DateTimeOffset _loggedUntil = DateTimeOffset.MinValue;

        /// <summary>Whether a request did not wait since the last logged wait.</summary>
        public bool HadNoWait
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
