using CsvHelper;
using InboxSdk.Csv;

namespace InboxSdk;

/// <summary>Writes items as CSV, one per line, as they arrive. It buffers about 64 KB of text, regardless of their number.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>One instance can be used for several exports, also concurrently. To export items of another type, derive from this class.</remarks>
public abstract class CsvExporter<T> : Exporter<T>
{
    private readonly CsvExportOptions<T> _options;
    private readonly string[] _names;

    /// <summary>Initializes an exporter.</summary>
    /// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
    /// <param name="defaults">The columns if the options have none.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
    protected CsvExporter(CsvExportOptions<T>? options, IReadOnlyList<ExportColumn<T>> defaults)
        : this(defaults, options ?? new())
    {
    }

    private CsvExporter(IReadOnlyList<ExportColumn<T>> defaults, CsvExportOptions<T> options)
        : base(options, defaults)
    {
        _options = options;
        _names = [.. Columns.Select(column => column.Name)];
    }

    /// <summary>Writes the items to a text writer.</summary>
    /// <param name="items">The items, such as <c>inbox.Prospects.ListAsync()</c>, which yields each prospect once, regardless of its number of threads.</param>
    /// <param name="writer">The writer. It is flushed and remains open. It determines the encoding and the byte order mark: for Excel use <c>new UTF8Encoding(true)</c>.</param>
    /// <param name="progress">Receives the number of rows: at most ten times a second, when the enumeration starts to wait for the rate limit, and at the end. Its exceptions
    /// are logged (<see cref="ExportOptions{T}.Logger"/>), and the export continues. The default is <see langword="null"/>, no progress.</param>
    /// <param name="cancellationToken">Cancels the export. Rows that were written remain in the writer.</param>
    /// <returns>The result.</returns>
    public Task<ExportResult> ExportAsync(
        IAsyncEnumerable<T> items, TextWriter writer, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(writer);
        cancellationToken.ThrowIfCancellationRequested();
        return ExportAsync(items, Wrap(CsvWriter.Create(writer, CsvExportWriter.OptionsOf(_options.Format), leaveOpen: true)), progress, cancellationToken);
    }

    /// <inheritdoc/>
    protected override ExportWriter CreateWriter(Stream stream) => Wrap(CsvWriter.Create(stream, CsvExportWriter.OptionsOf(_options.Format), leaveOpen: true));

    private CsvExportWriter Wrap(CsvWriter csv) => new(csv, _names, _options.IsRaw, quotesTexts: _options.Format == CsvExportFormat.Excel);
}
