namespace InboxSdk;

/// <summary>Represents the result of an export.</summary>
public sealed record ExportResult
{
    /// <summary>Gets the number of rows, excluding the header.</summary>
    public long RowCount { get; init; }

    /// <summary>Gets the number of texts that were shortened to the limit of the format: 32,767 characters in a cell of Excel. Other formats have none, so it is 0.</summary>
    public long ShortenedTextCount { get; init; }
}
