using InboxSdk.Excel;

namespace InboxSdk;

/// <summary>Writes items as an Excel workbook (.xlsx), one per row, as they arrive. Memory use is constant, regardless of their number.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// <para>Cells are typed: ids, handles and names are text, which no program converts or evaluates; numbers are numbers, and timestamps are dates in UTC. The workbook has no
/// formulas and no macros. The header is frozen and has a filter; after 1,048,575 items a new sheet begins.</para>
/// <para>What a workbook cannot contain is replaced: control characters, unpaired surrogates, U+FFFE and U+FFFF become U+FFFD, CR LF and CR become LF. Text of more than 32,767
/// characters is shortened (<see cref="ExportResult.ShortenedTextCount"/>). A number of more than 15 significant digits is written as text, because spreadsheets round it.</para>
/// <para>One instance can be used for several exports, also concurrently. To export items of another type, derive from this class.</para>
/// </remarks>
public abstract class XlsxExporter<T> : Exporter<T>
{
    private const int MaxColumns = 16_384;

    private readonly string _sheetName;
    private readonly (string Name, int Width)[] _columns;

    /// <summary>Initializes an exporter.</summary>
    /// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
    /// <param name="defaults">The columns if the options have none.</param>
    /// <param name="sheetName">The name of the sheet, 1 to 25 characters, without <c>/ \ ? * : [ ]</c>. Further sheets have a number after it.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
    protected XlsxExporter(ExportOptions<T>? options, IReadOnlyList<ExportColumn<T>> defaults, string sheetName)
        : base(options ?? new(), defaults)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sheetName);
        if (sheetName.Length > 25 || sheetName.Any(@"/\?*:[]".Contains))
            throw new ArgumentException(@"The name of the sheet has more than 25 characters, or one of / \ ? * : [ ].", nameof(sheetName));
        if (Columns.Count > MaxColumns)
            throw new ArgumentException($"A sheet has at most {MaxColumns:N0} columns.", nameof(options));
        _sheetName = sheetName;
        _columns = [.. Columns.Select(column => (column.Name, column.Width))];
    }

    /// <inheritdoc/>
    protected override ExportWriter CreateWriter(Stream stream) => new XlsxExportWriter(stream, _sheetName, _columns);
}
