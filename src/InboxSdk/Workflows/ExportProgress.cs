namespace InboxSdk;

/// <summary>Represents the progress of an export.</summary>
/// <param name="Rows">The number of rows written, excluding the header line.</param>
public sealed record ExportProgress(long Rows)
{
    /// <summary>Gets when the enumeration of the prospects, which waits for the rate limit, resumes, as far as known, on the clock of the export's options;
    /// <see langword="null"/> if it does not wait a second or more.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }
}
