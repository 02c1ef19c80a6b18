namespace InboxSdk;

/// <summary>Represents a store for the records of a bulk run. <see cref="FileBulkCheckpoint"/> uses a file; implement it for another store.</summary>
public interface IBulkCheckpoint
{
    /// <summary>Opens the store for one run. A store for several processes waits while another run has it open.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The open store. The run disposes it.</returns>
    /// <exception cref="BulkCheckpointException">The store cannot be opened, or another run has it open and the store does not wait.</exception>
    Task<IBulkCheckpointLog> OpenAsync(CancellationToken cancellationToken = default);
}
