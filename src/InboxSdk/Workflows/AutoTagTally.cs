using Microsoft.Extensions.Logging;

namespace InboxSdk.Workflows;

/// <summary>Counts and reports the progress of an <see cref="AutoTagger"/>. Thread-safe: prospects are scanned while changes are made.</summary>
internal sealed class AutoTagTally : IProgress<RateLimitWait>
{
    private readonly TimeProvider _timeProvider;
    private readonly ProgressReporter<AutoTagProgress> _reporter;
    private readonly LatestWait _wait;
    private readonly long _started;
    private long _scanned;
    private long _found;
    private long _done;
    private long _failed;
    private volatile bool _hasScannedAll;

    public AutoTagTally(IProgress<AutoTagProgress>? progress, TimeProvider timeProvider, ILogger logger)
    {
        _timeProvider = timeProvider;
        _started = timeProvider.GetTimestamp();
        _wait = new(timeProvider);
        _reporter = new(progress, Progress, timeProvider, logger);
    }

    public void Scanned(bool isFound)
    {
        Interlocked.Increment(ref _scanned);
        if (isFound)
            Interlocked.Increment(ref _found);
        _reporter.Changed();
    }

    public void ScannedAll() => _hasScannedAll = true;

    public void Done(BulkUpdateOutcome outcome)
    {
        Interlocked.Increment(ref _done);
        if (outcome is BulkUpdateOutcome.Failed or BulkUpdateOutcome.Indeterminate)
            Interlocked.Increment(ref _failed);
        _reporter.Changed();
    }

    public void ReportLast() => _reporter.Report();

    void IProgress<RateLimitWait>.Report(RateLimitWait value)
    {
        if (_wait.Record(value))
            _reporter.Report();
    }

    private AutoTagProgress Progress(long now)
    {
        // In the order in which they increase, so that no part exceeds its whole.
        var (isWhole, failed, done) = (_hasScannedAll, Volatile.Read(ref _failed), Volatile.Read(ref _done));
        var (found, scanned) = (Volatile.Read(ref _found), Volatile.Read(ref _scanned));
        return new()
        {
            ScannedCount = scanned,
            FoundCount = found,
            CompletedCount = done,
            FailedCount = failed,
            RemainingCount = isWhole ? found - done : null,
            WaitingUntil = _wait.Until,
            Elapsed = _timeProvider.GetElapsedTime(_started, now),
        };
    }
}
