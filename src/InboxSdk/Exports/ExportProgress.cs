namespace InboxSdk;

/// <summary>Represents the progress of an export.</summary>
public sealed record ExportProgress
{
    /// <summary>Gets the number of rows written, excluding the header.</summary>
    public long RowCount { get; init; }

    /// <summary>Gets when the enumeration of the items, which waits for the rate limit, resumes, as far as known, on the clock of the export's options;
    /// <see langword="null"/> if it does not wait a second or more.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }
}
