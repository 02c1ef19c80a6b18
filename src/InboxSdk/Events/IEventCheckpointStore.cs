namespace InboxSdk.V2;

/// <summary>Represents a store for the position of an <see cref="InboxEventProcessor"/>. <see cref="FileEventCheckpointStore"/> uses a file; implement it for another store.</summary>
public interface IEventCheckpointStore
{
    /// <summary>Opens the store for one processor, if no other processor has it open.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The open checkpoint, which the processor disposes; or <see langword="null"/> if another processor has the store open: the processor then stands by, and calls the method again
    /// after a second.</returns>
    /// <exception cref="EventCheckpointException">The store cannot be opened, or another processor has it open and the store is for one process. It ends a processor that starts. After the
    /// store has returned once, the processor retries.</exception>
    Task<IEventCheckpoint?> OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>Forwards a webhook to the processor that has the store open: <see cref="IEventCheckpoint.WaitForWakeAsync"/> returns there. A processor calls it for webhooks that arrive while it
    /// stands by. A webhook can be lost, because it only shortens a delay. A store of one process does nothing.</summary>
    /// <param name="seq">The sequence number of the event, or <see langword="null"/> if it is unknown.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A task that completes when the webhook was forwarded.</returns>
    /// <exception cref="EventCheckpointException">The webhook could not be forwarded. The processor logs it.</exception>
    Task ForwardWakeAsync(long? seq, CancellationToken cancellationToken = default);
}
