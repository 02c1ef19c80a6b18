using InboxSdk.Diagnostics;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Http;

/// <summary>Makes the waits for a rate limiter visible: in the log, and to what the scope of the call names.</summary>
internal sealed class ReportedQuota(IInboxQuota quota, TimeProvider timeProvider, ILogger logger) : IInboxQuota
{
    // Shorter waits are what pacing is.
    private static readonly TimeSpan Notable = TimeSpan.FromSeconds(1);

    // Steady work waits for every permit: that is one wait to the log, until one of them is as long as this.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    private readonly Episode _reads = new();
    private readonly Episode _writes = new();
    private volatile bool _isTogether;

    public ValueTask AcquireAsync(QuotaRequest request, CancellationToken cancellationToken = default)
    {
        var permit = quota.AcquireAsync(request, cancellationToken);
        if (permit.IsCompletedSuccessfully)
            EpisodeOf(request.Kind).WentFreely = true;
        else if (!permit.IsCompleted)
            Waits(request);
        return permit;
    }

    public void Report(QuotaRequest request, QuotaAnswer answer) => quota.Report(request, answer);

    public QuotaSnapshot GetSnapshot() => quota.GetSnapshot();

    private void Waits(QuotaRequest request)
    {
        try
        {
            var snapshot = quota.GetSnapshot();
            _isTogether = snapshot.CountsTogether;
            var wait = TimeSpan.Zero;
            foreach (var window in snapshot.Windows)
            {
                // A limiter of the application's own may not say when a wait ends.
                if (window.Kind == request.Kind && (window.Waiting > 0 ? window.WaitEnds : window.NextPermit) is var ends && ends > wait)
                    wait = ends;
            }

            if (wait < Notable)
                return;
            var now = timeProvider.GetUtcNow();
            var until = DateTimeOffset.MaxValue - now > wait ? now + wait : DateTimeOffset.MaxValue;
            if (EpisodeOf(request.Kind).IsNew(now, until))
                logger.WaitingForRateLimit(_isTogether ? "requests" : request.Kind == QuotaKind.Read ? "reads" : "writes", until);
            QuotaPriorityScope.Waits?.Report(new(request.Kind, until));
        }
        catch (Exception exception)
        {
            // The application's own fault; the call goes on.
            logger.ProgressFailed(exception);
        }
    }

    private Episode EpisodeOf(QuotaKind kind) => kind == QuotaKind.Read || _isTogether ? _reads : _writes;

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
