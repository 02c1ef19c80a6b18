namespace InboxSdk;

/// <summary>Shows how far an export is.</summary>
/// <param name="Rows">How many rows are written, without the header.</param>
public sealed record ExportProgress(long Rows)
{
    /// <summary>Gets when the enumeration of the prospects, which waits for the rate limit, goes on, as far as it is known, by the clock of the export's options;
    /// <see langword="null"/> while it does not wait a second or more.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }
}
