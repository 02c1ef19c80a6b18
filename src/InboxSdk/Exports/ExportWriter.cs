namespace InboxSdk;

/// <summary>Writes the header and the rows of an export in a format. An <see cref="Exporter{T}"/> creates one per export.</summary>
public abstract class ExportWriter : IAsyncDisposable
{
    /// <summary>Gets the number of texts that were shortened so far, because the format limits their length. The default is 0.</summary>
    public virtual long ShortenedTextCount => 0;

    /// <summary>Writes what precedes the rows, such as the names of the columns.</summary>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>A task that completes when the header is written or buffered.</returns>
    public abstract ValueTask WriteHeaderAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes a text as the next value of the row.</summary>
    /// <param name="value">The value, or <see langword="null"/> if there is none.</param>
    public abstract void WriteText(string? value);

    /// <summary>Writes a number as the next value of the row.</summary>
    /// <param name="value">The value, or <see langword="null"/> if there is none.</param>
    public abstract void WriteNumber(decimal? value);

    /// <summary>Writes a whole number as the next value of the row. By default it is written as <see cref="WriteNumber"/> writes it.</summary>
    /// <param name="value">The value, or <see langword="null"/> if there is none.</param>
    public virtual void WriteInteger(long? value) => WriteNumber(value);

    /// <summary>Writes a count, which is 0 if it is not known: so does the guide of Inbox in CSV.</summary>
    internal virtual void WriteCount(long? value) => WriteInteger(value ?? 0);

    /// <summary>Writes a Boolean as the next value of the row.</summary>
    /// <param name="value">The value, or <see langword="null"/> if there is none.</param>
    public abstract void WriteBoolean(bool? value);

    /// <summary>Writes a timestamp as the next value of the row.</summary>
    /// <param name="value">The value, or <see langword="null"/> if there is none.</param>
    public abstract void WriteTimestamp(DateTimeOffset? value);

    /// <summary>Ends the row.</summary>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>A task that completes when the row is written or buffered.</returns>
    public abstract ValueTask EndRowAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes what follows the rows, and flushes.</summary>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>A task that completes when everything is written.</returns>
    public abstract ValueTask CompleteAsync(CancellationToken cancellationToken = default);

    /// <summary>Releases the buffers, also of an export that failed. The stream remains open.</summary>
    /// <returns>A task that completes when the buffers are released.</returns>
    public abstract ValueTask DisposeAsync();
}
