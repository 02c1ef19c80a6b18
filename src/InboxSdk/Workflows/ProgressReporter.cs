using InboxSdk.Diagnostics;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Workflows;

/// <summary>Reports progress: one report at a time, from any thread. An exception of the callback is logged once and does not affect the work.</summary>
/// <param name="progress">The callback of the application, or <see langword="null"/> if there is none.</param>
/// <param name="current">Returns the value to report at a timestamp of the clock.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The logger of exceptions.</param>
internal sealed class ProgressReporter<T>(IProgress<T>? progress, Func<long, T> current, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly object _lock = new();
    private long? _reportedAt;
    private bool _isReporting;
    private bool _isDue;
    private bool _hasFailed;

    /// <summary>Reports a change, unless the last report is less than a tenth of a second ago.</summary>
    public void Changed()
    {
        if (progress is null)
            return;
        var now = timeProvider.GetTimestamp();
        lock (_lock)
        {
            if (_reportedAt is { } last && timeProvider.GetElapsedTime(last, now) < Interval)
                return;
            _reportedAt = now;
        }

        Report(now);
    }

    /// <summary>Reports unconditionally.</summary>
    public void Report()
    {
        if (progress is not null)
            Report(timeProvider.GetTimestamp());
    }

    private void Report(long now)
    {
        lock (_lock)
        {
            // The thread that is reporting also reports this change.
            _isDue = _isReporting;
            if (_isReporting)
                return;
            _isReporting = true;
        }

        while (true)
        {
            try
            {
                progress!.Report(current(now));
            }
            catch (Exception exception)
            {
                if (!_hasFailed)
                    logger.ProgressFailed(exception);
                _hasFailed = true;
            }

            lock (_lock)
            {
                _isReporting = _isDue;
                if (!_isDue)
                    return;
                _isDue = false;
            }

            now = timeProvider.GetTimestamp();
        }
    }
}
