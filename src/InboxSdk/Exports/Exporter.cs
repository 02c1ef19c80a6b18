using InboxSdk.Exports;

namespace InboxSdk;

/// <summary>Writes items to a file or a stream, one per row, as they arrive: the base of the exporters of all formats.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>One instance can be used for several exports, also concurrently. While rows of a list of the client are written, its next page is requested
/// (<see cref="InboxPageable{T}.Prefetch"/>).</remarks>
public abstract class Exporter<T>
{
    private readonly ExportOptions<T> _options;
    private readonly ExportColumn<T>[] _columns;

    /// <summary>Initializes an exporter.</summary>
    /// <param name="options">The options.</param>
    /// <param name="defaults">The columns if the options have none.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
    protected Exporter(ExportOptions<T> options, IReadOnlyList<ExportColumn<T>> defaults)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(defaults);
        options.Validate(nameof(options));
        _options = options;
        _columns = [.. options.Columns ?? defaults];
    }

    /// <summary>Gets the columns, in order.</summary>
    protected IReadOnlyList<ExportColumn<T>> Columns => _columns;

    /// <summary>Writes the items to a file.</summary>
    /// <param name="items">The items, such as <c>inbox.Prospects.ListAsync()</c>, which yields each prospect once, regardless of its number of threads.</param>
    /// <param name="path">The path of the file. An existing file is replaced when the export is complete, and keeps its mode; a symbolic link is followed.</param>
    /// <param name="progress">Receives the number of rows: at most ten times a second, when the enumeration starts to wait for the rate limit, and at the end. Its exceptions
    /// are logged (<see cref="ExportOptions{T}.Logger"/>), and the export continues. The default is <see langword="null"/>, no progress.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>The result.</returns>
    /// <exception cref="IOException">The file cannot be written, for example because the directory does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is not writable, or is a directory.</exception>
    /// <remarks>
    /// <para>Rows are written to <c>inbox-export-*.partial</c> in the same directory, with mode 0600, which then replaces the file. An export that fails or is cancelled leaves
    /// the existing file unchanged, and no other file. If the process is killed, the partial file remains; no later export reads or deletes it.</para>
    /// <para>A named pipe, a device, a bind mount, and a file in a read-only directory are written in place.</para>
    /// </remarks>
    public async Task<ExportResult> ExportAsync(
        IAsyncEnumerable<T> items, string path, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return await ExportFile.WriteAsync(path, stream => ExportAsync(items, stream, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the items to a stream.</summary>
    /// <param name="items">The items, such as <c>inbox.Prospects.ListAsync()</c>, which yields each prospect once, regardless of its number of threads.</param>
    /// <param name="stream">The stream. It is flushed and remains open.</param>
    /// <param name="progress">Receives the number of rows: at most ten times a second, when the enumeration starts to wait for the rate limit, and at the end. Its exceptions
    /// are logged (<see cref="ExportOptions{T}.Logger"/>), and the export continues. The default is <see langword="null"/>, no progress.</param>
    /// <param name="cancellationToken">Cancels the export. Rows that were written remain in the stream.</param>
    /// <returns>The result.</returns>
    public Task<ExportResult> ExportAsync(
        IAsyncEnumerable<T> items, Stream stream, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(stream);
        cancellationToken.ThrowIfCancellationRequested();
        return ExportAsync(items, CreateWriter(stream), progress, cancellationToken);
    }

    /// <summary>Creates the writer of an export.</summary>
    /// <param name="stream">The stream, which the writer leaves open.</param>
    /// <returns>The writer.</returns>
    protected abstract ExportWriter CreateWriter(Stream stream);

    /// <summary>Writes the items with a writer, and disposes it.</summary>
    /// <param name="items">The items.</param>
    /// <param name="writer">The writer.</param>
    /// <param name="progress">Receives the number of rows. The default is <see langword="null"/>, no progress.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>The result.</returns>
    protected async Task<ExportResult> ExportAsync(
        IAsyncEnumerable<T> items, ExportWriter writer, IProgress<ExportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(writer);
        await using var _ = writer.ConfigureAwait(false);
        await writer.WriteHeaderAsync(cancellationToken).ConfigureAwait(false);

        var rows = 0L;
        var tally = new ExportTally(progress, _options.TimeProvider, _options.Logger);
        using var scope = progress is null ? null : RateLimitScope.Begin(RateLimitScope.Current, tally);
        // The next page is requested while the rows of this one are written.
        var source = items is InboxPageable<T> list ? list.Prefetch() : items;
        await foreach (var item in source.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var column in _columns)
                column.Write(item, writer);
            await writer.EndRowAsync(cancellationToken).ConfigureAwait(false);
            tally.RowsWritten(++rows);
        }

        await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        tally.ReportLast();
        return new() { RowCount = rows, ShortenedTextCount = writer.ShortenedTextCount };
    }
}
