using InboxSdk.Workflows;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Exports;

/// <summary>Counts the rows of an export, and reports progress: for the rows, when the enumeration starts to wait for the rate limit, and at the end. With prefetching, a page starts its
/// wait on another thread.</summary>
internal sealed class ExportTally : IProgress<RateLimitWait>
{
    private readonly ProgressReporter<ExportProgress> _reporter;
    private readonly LatestWait _wait;
    private long _rows;

    public ExportTally(IProgress<ExportProgress>? progress, TimeProvider timeProvider, ILogger logger)
    {
        _wait = new(timeProvider);
        _reporter = new(progress, _ => new() { RowCount = Volatile.Read(ref _rows), WaitingUntil = _wait.Until }, timeProvider, logger);
    }

    public void RowsWritten(long rows)
    {
        Volatile.Write(ref _rows, rows);
        _reporter.Changed();
    }

    public void ReportLast() => _reporter.Report();

    void IProgress<RateLimitWait>.Report(RateLimitWait value)
    {
        if (_wait.Record(value))
            _reporter.Report();
    }
}
