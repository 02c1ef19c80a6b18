namespace InboxSdk.V2;

/// <summary>Represents a store for the position of an <see cref="InboxEventProcessor"/>. <see cref="FileEventCheckpointStore"/> uses a file; implement it for another store.</summary>
public interface IEventCheckpointStore
{
    /// <summary>Opens the store for one processor. A store for several processes waits while another processor has it open.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The open checkpoint. The processor disposes it.</returns>
    /// <exception cref="EventCheckpointException">The store cannot be opened, or another processor has it open and the store does not wait.</exception>
    Task<IEventCheckpoint> OpenAsync(CancellationToken cancellationToken = default);
}
