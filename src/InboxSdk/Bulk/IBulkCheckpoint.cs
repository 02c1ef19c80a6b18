namespace InboxSdk;

/// <summary>A place where a bulk run notes what is done. <see cref="FileBulkCheckpoint"/> is one; implement it to keep the notes elsewhere.</summary>
public interface IBulkCheckpoint
{
    /// <summary>Opens the place for one run.</summary>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <returns>The open place. The run disposes it.</returns>
    /// <exception cref="BulkCheckpointException">It cannot be opened, or another run has it open.</exception>
    Task<IBulkCheckpointLog> OpenAsync(CancellationToken cancellationToken = default);
}
