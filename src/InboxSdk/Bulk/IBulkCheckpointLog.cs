namespace InboxSdk;

/// <summary>Represents the records of bulk runs: short opaque text, in the order it was appended.</summary>
/// <remarks>Implementations must be thread-safe. Disposing the log closes it and keeps the records.</remarks>
public interface IBulkCheckpointLog : IAsyncDisposable
{
    /// <summary>Gets the token that is cancelled when this log was lost: another run can open the store. This run then stops, cancels the changes in flight, and throws an
    /// <see cref="InboxLeaseLostException"/>. A store of one process returns <see cref="CancellationToken.None"/>.</summary>
    CancellationToken Lost { get; }

    /// <summary>Reads the records, including those of earlier runs, oldest first. A run reads them up to three times.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The records that exist when enumeration starts. Records can be appended at the same time.</returns>
    IAsyncEnumerable<string> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Appends a record. When the task completes, the record must survive the end of this process.</summary>
    /// <param name="record">A line of at most 100 ASCII characters, without a line break.</param>
    /// <param name="cancellationToken">Cancels the operation. The run never cancels it.</param>
    /// <returns>A task that completes when the record is stored. The run awaits it before it continues with the change, so an exception stops the run, and the
    /// run throws it.</returns>
    Task AppendAsync(string record, CancellationToken cancellationToken = default);
}
