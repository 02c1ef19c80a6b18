using CsvHelper;
using InboxSdk.Csv;

namespace InboxSdk;

/// <summary>Writes prospects as CSV, one a line, as they come; it holds some 64 KB of text, however many there are.</summary>
/// <remarks>One instance serves any number of exports, also at the same time.</remarks>
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

    /// <summary>Creates an exporter.</summary>
    /// <param name="options">The options; <see langword="null"/> for all defaults.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message says what to do.</exception>
    public ProspectCsvExporter(ProspectCsvOptions? options = null)
    {
        _options = options ?? new();
        _options.Validate(nameof(options));
        _columns = [.. _options.Columns];
    }

    /// <summary>Writes prospects to a file.</summary>
    /// <param name="prospects">The prospects, such as <c>inbox.Prospects.ListAsync()</c>, which gives each once however many threads hold it.</param>
    /// <param name="path">The file. An existing file is replaced when the export is complete, and keeps its mode; a symbolic link is followed.</param>
    /// <param name="progress">Receives how many rows are written: at most ten times a second, when the enumeration begins to wait for the rate limit, and once at the end. What it
    /// throws is logged (<see cref="ProspectCsvOptions.Logger"/>), and the export continues. <see langword="null"/> by default: nothing.</param>
    /// <param name="cancellationToken">Cancels the export at once.</param>
    /// <returns>How many rows were written, the first line not counted.</returns>
    /// <exception cref="IOException">The file cannot be written; a missing directory is one case.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written, or is a folder.</exception>
    /// <remarks>
    /// <para>The rows are written to a file beside it, <c>inbox-export-*.partial</c> with mode 0600, which then replaces it. An export that fails or is cancelled leaves what was there,
    /// and nothing else; one whose process is killed leaves the partial file as well, which no later export reads or deletes.</para>
    /// <para>A named pipe, a device, a file of a bind mount, and a file whose folder may not be written are written in place.</para>
    /// </remarks>
    public async Task<long> ExportAsync(
        IAsyncEnumerable<Prospect> prospects, string path, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prospects);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return await ExportFile.WriteAsync(path, stream => ExportAsync(prospects, stream, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes prospects to a stream, in UTF-8.</summary>
    /// <param name="prospects">The prospects, such as <c>inbox.Prospects.ListAsync()</c>, which gives each once however many threads hold it.</param>
    /// <param name="stream">The stream. It is flushed and stays open.</param>
    /// <param name="progress">Receives how many rows are written: at most ten times a second, when the enumeration begins to wait for the rate limit, and once at the end. What it
    /// throws is logged (<see cref="ProspectCsvOptions.Logger"/>), and the export continues. <see langword="null"/> by default: nothing.</param>
    /// <param name="cancellationToken">Cancels the export at once. What was written stays in the stream.</param>
    /// <returns>How many rows were written, the first line not counted.</returns>
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
    /// <param name="prospects">The prospects, such as <c>inbox.Prospects.ListAsync()</c>, which gives each once however many threads hold it.</param>
    /// <param name="writer">The writer. It is flushed and stays open. Its encoding is its own, and so is a byte order mark: for Excel give it <c>new UTF8Encoding(true)</c>.</param>
    /// <param name="progress">Receives how many rows are written: at most ten times a second, when the enumeration begins to wait for the rate limit, and once at the end. What it
    /// throws is logged (<see cref="ProspectCsvOptions.Logger"/>), and the export continues. <see langword="null"/> by default: nothing.</param>
    /// <param name="cancellationToken">Cancels the export at once. What was written stays in the writer.</param>
    /// <returns>How many rows were written, the first line not counted.</returns>
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
        var teller = new ProgressTeller(progress, _options.TimeProvider, _options.Logger);
        using var scope = progress is null ? null : QuotaPriorityScope.Begin(QuotaPriorityScope.Current, teller);
        await foreach (var prospect in prospects.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var column in _columns)
                column.Write(csv, prospect, _options.IsRaw);
            await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
            teller.Wrote(++rows);
        }

        await csv.FlushAsync(cancellationToken).ConfigureAwait(false);
        teller.Ended();
        return rows;
    }

    private CsvWriterOptions CsvOptions() => CsvWriterOptions.Default with
    {
        TrueValue = "true",
        FalseValue = "false",
        WriteByteOrderMark = _options.Format == ProspectCsvFormat.Excel,
    };
}
