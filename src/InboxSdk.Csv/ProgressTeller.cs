namespace InboxSdk.Csv;

/// <summary>Tells how many rows are written, at most ten times a second.</summary>
internal sealed class ProgressTeller(IProgress<long>? progress, TimeProvider timeProvider)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long _told = timeProvider.GetTimestamp();

    public void Wrote(long rows)
    {
        // The clock is asked now and then alone: asking costs as much as some columns.
        if (progress is null || rows % 64 != 0 || timeProvider.GetElapsedTime(_told) < Pause)
            return;
        _told = timeProvider.GetTimestamp();
        progress.Report(rows);
    }

    public void Ended(long rows) => progress?.Report(rows);
}
