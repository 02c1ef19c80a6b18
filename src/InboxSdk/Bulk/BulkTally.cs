using InboxSdk.Diagnostics;
using InboxSdk.RateLimiting;
using InboxSdk.Workflows;

namespace InboxSdk.Bulk;

/// <summary>Counts the results as they are returned, and reports progress: for each result, and when calls start to wait for the rate limit.</summary>
internal sealed class BulkTally : IProgress<RateLimitWait>
{
    private const int MaxFailures = 100;

    private readonly object _lock = new();
    private readonly IInboxClient _inbox;
    private readonly BulkUpdateOptions _options;
    private readonly long? _total;
    private readonly ProgressReporter<BulkUpdateProgress> _reporter;
    private readonly LatestWait _wait;
    private readonly long _started;
    private readonly long[] _counts = new long[4];
    private readonly List<BulkUpdateResult> _failures = [];
    private long _doneBefore;
    private long _unchanged;
    private long _wereInFlight;
    private long _duplicates;
    private long? _firstNotAttempted;
    private long _sent;

    public BulkTally(IInboxClient inbox, BulkUpdateOptions options, long? total, IProgress<BulkUpdateProgress>? progress)
    {
        _inbox = inbox;
        _options = options;
        _total = total;
        _started = options.TimeProvider.GetTimestamp();
        _wait = new(options.TimeProvider);
        _reporter = new(progress, Progress, options.TimeProvider, options.LoggerFor(inbox.Prospects));
        Waits = progress is null ? null : this;
    }

    /// <summary>The receiver of the waits of the run's calls; <see langword="null"/> if no progress is reported.</summary>
    public IProgress<RateLimitWait>? Waits { get; }

    public void Add(BulkUpdateResult result)
    {
        lock (_lock)
            Count(result);
        _reporter.Changed();
    }

    public void ReportLast() => _reporter.Report();

    void IProgress<RateLimitWait>.Report(RateLimitWait value)
    {
        if (_wait.Record(value))
            _reporter.Report();
    }

    private void Count(BulkUpdateResult result)
    {
        _counts[(int)result.Outcome]++;
        // The run that applied it has counted it.
        if (!result.WasPreviouslyCompleted)
            Metrics.BulkItemEnded(result.Outcome);
        _doneBefore += result.WasPreviouslyCompleted ? 1 : 0;
        _unchanged += result.IsUnchanged ? 1 : 0;
        _wereInFlight += result.WasInFlight ? 1 : 0;
        _duplicates += result.IsDuplicate ? 1 : 0;
        _sent += result.AttemptCount > 0 ? 1 : 0;
        if (result.Outcome == BulkUpdateOutcome.NotAttempted)
            _firstNotAttempted = Math.Min(_firstNotAttempted ?? long.MaxValue, result.Index);
        if (!result.IsSuccess && _failures.Count < MaxFailures)
            _failures.Add(result);
    }

    public BulkUpdateSummary ToSummary(BulkRun run)
    {
        var summary = new BulkUpdateSummary
        {
            SucceededCount = Count(BulkUpdateOutcome.Succeeded),
            FailedCount = Count(BulkUpdateOutcome.Failed),
            IndeterminateCount = Count(BulkUpdateOutcome.Indeterminate),
            NotAttemptedCount = Count(BulkUpdateOutcome.NotAttempted),
            PreviouslyCompletedCount = _doneBefore,
            UnchangedCount = _unchanged,
            PreviouslyInFlightCount = _wereInFlight,
            DuplicateCount = _duplicates,
            FirstFailures = _failures,
            StoppedBy = run.StoppedBy,
            ResumeFrom = _firstNotAttempted,
            Elapsed = _options.TimeProvider.GetElapsedTime(_started),
        };
        // Every change that was read has a result; those that were not read follow.
        return run.HasReadAll ? summary : summary with { ResumeFrom = _firstNotAttempted ?? summary.ReadCount };
    }

    private BulkUpdateProgress Progress(long now)
    {
        var elapsed = _options.TimeProvider.GetElapsedTime(_started, now);
        long done, failed, doneBefore, unchanged, sent;
        lock (_lock)
        {
            failed = Count(BulkUpdateOutcome.Failed) + Count(BulkUpdateOutcome.Indeterminate);
            done = Count(BulkUpdateOutcome.Succeeded) + failed;
            (doneBefore, unchanged, sent) = (_doneBefore, _unchanged, _sent);
        }

        // An input can be longer than its declared length.
        long? left = _total is { } all ? Math.Max(0, all - done) : null;
        return new()
        {
            CompletedCount = done,
            PreviouslyCompletedCount = doneBefore,
            UnchangedCount = unchanged,
            FailedCount = failed,
            RemainingCount = left,
            EstimatedTimeLeft = Estimate(left, elapsed, sent, unchanged),
            WaitingUntil = _wait.Until,
            Elapsed = elapsed,
        };
    }

    private long Count(BulkUpdateOutcome outcome) => _counts[(int)outcome];

    private TimeSpan? Estimate(long? left, TimeSpan elapsed, long sent, long unchanged)
    {
        if (left is null or 0)
            return left is null ? null : TimeSpan.Zero;
        // As many of the remaining changes need no request as of those so far.
        var requests = (long)Math.Ceiling(left.Value * (sent + 1.0) / (sent + unchanged + 1.0));
        if (_inbox.PeekRateLimits() is { } limits && limits.Windows.Any(window => window.AppliesTo(RateLimitKind.Write)))
            return limits.Estimate(RateLimitKind.Write, requests);
        // Changes of earlier runs took no time in this one.
        return sent == 0 ? null : TimeSpan.FromTicks((long)Math.Min((double)elapsed.Ticks / sent * requests, TimeSpan.FromDays(3650).Ticks));
    }
}
