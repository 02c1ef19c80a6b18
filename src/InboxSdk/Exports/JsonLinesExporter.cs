using InboxSdk.Exports;

namespace InboxSdk;

/// <summary>Writes items as JSON Lines (UTF-8, a JSON object per line), as they arrive. It buffers about 64 KB, regardless of their number.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// <para>The format for programs: text is unchanged, ids are strings, numbers are numbers, timestamps are ISO 8601 in UTC, and values that do not exist are <c>null</c>. Only an
/// unpaired surrogate becomes U+FFFD.</para>
/// <para>One instance can be used for several exports, also concurrently. To export items of another type, derive from this class.</para>
/// </remarks>
public abstract class JsonLinesExporter<T> : Exporter<T>
{
    /// <summary>Initializes an exporter.</summary>
    /// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
    /// <param name="defaults">The columns if the options have none.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
    protected JsonLinesExporter(ExportOptions<T>? options, IReadOnlyList<ExportColumn<T>> defaults)
        : base(options ?? new(), defaults)
    {
    }

    /// <inheritdoc/>
    protected override ExportWriter CreateWriter(Stream stream) => new JsonLinesWriter(stream, Columns.Select(column => column.Name));
}
