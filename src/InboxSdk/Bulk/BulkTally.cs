using InboxSdk.Diagnostics;

namespace InboxSdk.Bulk;

/// <summary>Counts the results as they are handed out, and tells the progress. Used by the reader's side alone, so it needs no lock.</summary>
internal sealed class BulkTally(BulkUpdateOptions options, long? total, IProgress<BulkUpdateProgress>? progress)
{
    private const int MaxFailures = 100;
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(100);

    private readonly long _started = options.TimeProvider.GetTimestamp();
    private readonly long[] _counts = new long[4];
    private readonly List<BulkUpdateResult> _failures = [];
    private long _doneBefore;
    private long _wereInFlight;
    private long _duplicates;
    private long? _firstNotAttempted;
    private long _sent;
    private long? _reported;

    public void Add(BulkUpdateResult result)
    {
        _counts[(int)result.Outcome]++;
        // The run that made it has counted it.
        if (!result.WasDoneBefore)
            Metrics.BulkItemEnded(result.Outcome);
        _doneBefore += result.WasDoneBefore ? 1 : 0;
        _wereInFlight += result.WasInFlight ? 1 : 0;
        _duplicates += result.IsDuplicate ? 1 : 0;
        _sent += result.Attempts > 0 ? 1 : 0;
        if (result.Outcome == BulkUpdateOutcome.NotAttempted)
            _firstNotAttempted = Math.Min(_firstNotAttempted ?? long.MaxValue, result.Index);
        if (!result.Success && _failures.Count < MaxFailures)
            _failures.Add(result);

        if (progress is null)
            return;
        var now = options.TimeProvider.GetTimestamp();
        if (_reported is not { } last || options.TimeProvider.GetElapsedTime(last, now) >= ReportInterval)
        {
            _reported = now;
            Report(now);
        }
    }

    public void ReportLast() => Report(options.TimeProvider.GetTimestamp());

    public BulkUpdateSummary ToSummary(BulkRun run)
    {
        var summary = new BulkUpdateSummary
        {
            Succeeded = Count(BulkUpdateOutcome.Succeeded),
            Failed = Count(BulkUpdateOutcome.Failed),
            Indeterminate = Count(BulkUpdateOutcome.Indeterminate),
            NotAttempted = Count(BulkUpdateOutcome.NotAttempted),
            DoneBefore = _doneBefore,
            WereInFlight = _wereInFlight,
            Duplicates = _duplicates,
            FirstFailures = _failures,
            StoppedBy = run.StoppedBy,
            ResumeFrom = _firstNotAttempted,
            Elapsed = options.TimeProvider.GetElapsedTime(_started),
        };
        // What was read has a result; what was not read begins behind it.
        return run.HasReadAll ? summary : summary with { ResumeFrom = _firstNotAttempted ?? summary.Read };
    }

    private void Report(long now)
    {
        var elapsed = options.TimeProvider.GetElapsedTime(_started, now);
        var failed = Count(BulkUpdateOutcome.Failed) + Count(BulkUpdateOutcome.Indeterminate);
        var done = Count(BulkUpdateOutcome.Succeeded) + failed;
        // An input may turn out longer than it said.
        long? left = total is { } all ? Math.Max(0, all - done) : null;
        progress?.Report(new() { Done = done, DoneBefore = _doneBefore, Failed = failed, Left = left, EstimatedTimeLeft = Estimate(left, elapsed), Elapsed = elapsed });
    }

    private long Count(BulkUpdateOutcome outcome) => _counts[(int)outcome];

    private TimeSpan? Estimate(long? left, TimeSpan elapsed)
    {
        if (left is null or 0)
            return left is null ? null : TimeSpan.Zero;
        if (options.Quota?.GetSnapshot() is { } quota && quota.Windows.Any(window => window.Kind == QuotaKind.Write))
            return quota.Estimate(QuotaKind.Write, left.Value);
        // What earlier runs made took this one no time.
        return _sent == 0 ? null : TimeSpan.FromTicks((long)Math.Min((double)elapsed.Ticks / _sent * left.Value, TimeSpan.FromDays(3650).Ticks));
    }
}
