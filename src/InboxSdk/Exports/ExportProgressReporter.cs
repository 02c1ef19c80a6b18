using Microsoft.Extensions.Logging;

namespace InboxSdk.Exports;

/// <summary>Reports the number of rows: at most ten times a second, when the enumeration starts to wait for the rate limit, and at the end. An exception of the callback is
/// logged once and does not affect the export.</summary>
internal sealed partial class ExportProgressReporter(IProgress<ExportProgress>? progress, TimeProvider timeProvider, ILogger logger) : IProgress<RateLimitWait>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // With prefetching, a page starts its wait on another thread.
    private readonly object _lock = new();
    private long _reportedAt = timeProvider.GetTimestamp();
    private long _rows;
    private DateTimeOffset _waitingUntil;
    private bool _hasFailed;

    public void RowsWritten(long rows)
    {
        Volatile.Write(ref _rows, rows);
        // The clock is read only occasionally: reading it costs as much as some columns.
        if (progress is null || rows % 64 != 0 || timeProvider.GetElapsedTime(_reportedAt) < Pause)
            return;
        _reportedAt = timeProvider.GetTimestamp();
        Report();
    }

    public void Complete() => Report();

    void IProgress<RateLimitWait>.Report(RateLimitWait value)
    {
        lock (_lock)
        {
            if ((value.Until - _waitingUntil).Duration() < TimeSpan.FromSeconds(1))
                return;
            _waitingUntil = value.Until;
        }

        Report();
    }

    private void Report()
    {
        if (progress is null)
            return;
        lock (_lock)
        {
            try
            {
                progress.Report(new() { RowCount = Volatile.Read(ref _rows), WaitingUntil = _waitingUntil > timeProvider.GetUtcNow() ? _waitingUntil : null });
            }
            catch (Exception exception)
            {
                if (!_hasFailed)
                    ProgressFailed(logger, exception);
                _hasFailed = true;
            }
        }
    }

    [LoggerMessage(EventId = 9, EventName = "ProgressFailed", Level = LogLevel.Error, Message = "A progress callback of the application failed; the work continues")]
    private static partial void ProgressFailed(ILogger logger, Exception exception);
}
