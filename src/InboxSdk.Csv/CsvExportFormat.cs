namespace InboxSdk;

/// <summary>Specifies the format of an export as CSV.</summary>
public enum CsvExportFormat
{
    /// <summary>UTF-8 without a byte order mark, and lines that end in CR LF, as in RFC 4180: for programs.</summary>
    Plain,

    /// <summary>The same with a byte order mark, without which Excel misreads characters beyond ASCII, and with every text in quotes, so that one option in the import dialog of
    /// a spreadsheet keeps all of them. A <see cref="TextWriter"/> determines its own byte order mark.</summary>
    /// <remarks>Opened without a dialog, Excel and others still convert an id of more than 15 digits into a number and lose its last digits. For a person who opens the file,
    /// export a workbook instead, with the package <c>InboxSdk.Excel</c>.</remarks>
    Excel,
}
