using CsvHelper;
using InboxSdk.Csv;

namespace InboxSdk;

/// <summary>Writes prospects as CSV, one per line, as they arrive. It buffers about 64 KB of text, regardless of their number.</summary>
/// <remarks>One instance can be used for several exports, also concurrently.</remarks>
/// <example>
/// <code>
/// var exporter = new ProspectCsvExporter();
/// var rows = await exporter.ExportAsync(inbox.Prospects.ListAsync(), "prospects.csv");
/// </code>
/// </example>
public sealed class ProspectCsvExporter
{
    private readonly ProspectCsvOptions _options;
    private readonly ProspectCsvColumn[] _columns;

    /// <summary>Initializes an exporter.</summary>
    /// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
    public ProspectCsvExporter(ProspectCsvOptions? options = null)
    {
        _options = options ?? new();
        _options.Validate(nameof(options));
        _columns = [.. _options.Columns];
    }

    /// <summary>Writes prospects to a file.</summary>
    /// <param name="prospects">The prospects, such as <c>inbox.Prospects.ListAsync()</c>, which yields each once, regardless of its number of threads.</param>
    /// <param name="path">The path of the file. An existing file is replaced when the export is complete, and keeps its mode; a symbolic link is followed.</param>
    /// <param name="progress">Receives the number of rows: at most ten times a second, when the enumeration starts to wait for the rate limit, and at the end. Its exceptions
    /// are logged (<see cref="ProspectCsvOptions.Logger"/>), and the export continues. The default is <see langword="null"/>, no progress.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>The number of rows, excluding the header line.</returns>
    /// <exception cref="IOException">The file cannot be written, for example because the directory does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is not writable, or is a directory.</exception>
    /// <remarks>
    /// <para>Rows are written to <c>inbox-export-*.partial</c> in the same directory, with mode 0600, which then replaces the file. An export that fails or is cancelled leaves
    /// the existing file unchanged, and no other file. If the process is killed, the partial file remains; no later export reads or deletes it.</para>
    /// <para>A named pipe, a device, a bind mount, and a file in a read-only directory are written in place.</para>
    /// </remarks>
    public async Task<long> ExportAsync(
        IAsyncEnumerable<Prospect> prospects, string path, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prospects);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return await ExportFile.WriteAsync(path, stream => ExportAsync(prospects, stream, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes prospects to a stream, in UTF-8.</summary>
    /// <param name="prospects">The prospects, such as <c>inbox.Prospects.ListAsync()</c>, which yields each once, regardless of its number of threads.</param>
    /// <param name="stream">The stream. It is flushed and remains open.</param>
    /// <param name="progress">Receives the number of rows: at most ten times a second, when the enumeration starts to wait for the rate limit, and at the end. Its exceptions
    /// are logged (<see cref="ProspectCsvOptions.Logger"/>), and the export continues. The default is <see langword="null"/>, no progress.</param>
    /// <param name="cancellationToken">Cancels the export. Rows that were written remain in the stream.</param>
    /// <returns>The number of rows, excluding the header line.</returns>
    public async Task<long> ExportAsync(
        IAsyncEnumerable<Prospect> prospects, Stream stream, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prospects);
        ArgumentNullException.ThrowIfNull(stream);
        cancellationToken.ThrowIfCancellationRequested();
        var csv = CsvWriter.Create(stream, CsvOptions(), leaveOpen: true);
        await using (csv.ConfigureAwait(false))
            return await ExportAsync(prospects, csv, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes prospects to a writer.</summary>
    /// <param name="prospects">The prospects, such as <c>inbox.Prospects.ListAsync()</c>, which yields each once, regardless of its number of threads.</param>
    /// <param name="writer">The writer. It is flushed and remains open. It determines the encoding and the byte order mark: for Excel use <c>new UTF8Encoding(true)</c>.</param>
    /// <param name="progress">Receives the number of rows: at most ten times a second, when the enumeration starts to wait for the rate limit, and at the end. Its exceptions
    /// are logged (<see cref="ProspectCsvOptions.Logger"/>), and the export continues. The default is <see langword="null"/>, no progress.</param>
    /// <param name="cancellationToken">Cancels the export. Rows that were written remain in the writer.</param>
    /// <returns>The number of rows, excluding the header line.</returns>
    public async Task<long> ExportAsync(
        IAsyncEnumerable<Prospect> prospects, TextWriter writer, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prospects);
        ArgumentNullException.ThrowIfNull(writer);
        cancellationToken.ThrowIfCancellationRequested();

        var csv = CsvWriter.Create(writer, CsvOptions(), leaveOpen: true);
        await using (csv.ConfigureAwait(false))
            return await ExportAsync(prospects, csv, progress, cancellationToken).ConfigureAwait(false);
    }

    private async Task<long> ExportAsync(IAsyncEnumerable<Prospect> prospects, CsvWriter csv, IProgress<ExportProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (var column in _columns)
            csv.WriteField(column.Name);
        await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);

        var rows = 0L;
        var reporter = new ExportProgressReporter(progress, _options.TimeProvider, _options.Logger);
        using var scope = progress is null ? null : RateLimitScope.Begin(RateLimitScope.Current, reporter);
        await foreach (var prospect in prospects.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var column in _columns)
                column.Write(csv, prospect, _options.IsRaw);
            await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
            reporter.RowsWritten(++rows);
        }

        await csv.FlushAsync(cancellationToken).ConfigureAwait(false);
        reporter.Complete();
        return rows;
    }

    private CsvWriterOptions CsvOptions() => CsvWriterOptions.Default with
    {
        TrueValue = "true",
        FalseValue = "false",
        WriteByteOrderMark = _options.Format == ProspectCsvFormat.Excel,
    };
}
