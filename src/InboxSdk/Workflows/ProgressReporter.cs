using InboxSdk.Diagnostics;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Workflows;

/// <summary>Reports the progress of long work: one report at a time, from any thread. A callback that throws is logged, once, and costs the work nothing.</summary>
/// <param name="progress">The application's callback; <see langword="null"/> for none.</param>
/// <param name="current">What to report, as of a timestamp of the clock.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">Where a callback that throws is logged.</param>
internal sealed class ProgressReporter<T>(IProgress<T>? progress, Func<long, T> current, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly object _lock = new();
    private long? _reportedAt;
    private bool _isReporting;
    private bool _isDue;
    private bool _hasFailed;

    /// <summary>Reports what changed, unless that was done less than a tenth of a second ago.</summary>
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

    /// <summary>Reports in any case.</summary>
    public void Report()
    {
        if (progress is not null)
            Report(timeProvider.GetTimestamp());
    }

    private void Report(long now)
    {
        lock (_lock)
        {
            // The thread that reports does it for this one too.
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
