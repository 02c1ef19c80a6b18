namespace InboxSdk;

/// <summary>The notes of bulk runs: short opaque records, kept in the order they were appended.</summary>
/// <remarks>Must be safe for concurrent use. Disposing it closes it and keeps the records.</remarks>
public interface IBulkCheckpointLog : IAsyncDisposable
{
    /// <summary>Reads the records, those of earlier runs included, oldest first. A run reads them up to three times.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The records that are there when the enumeration begins. Appending goes on meanwhile.</returns>
    IAsyncEnumerable<string> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Appends a record. When the task completes, the record is safe from the end of this process.</summary>
    /// <param name="record">A line of at most 100 ASCII characters, without its end.</param>
    /// <param name="cancellationToken">Cancels the appending. The run never does.</param>
    /// <returns>A task that completes when the record is kept. The run awaits it before it goes on with the change, so an appending that fails stops the run, and the
    /// run throws what it threw.</returns>
    Task AppendAsync(string record, CancellationToken cancellationToken = default);
}
