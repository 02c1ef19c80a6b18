namespace InboxSdk.V2;

/// <summary>Represents an open checkpoint: the sequence number up to which all events are processed.</summary>
public interface IEventCheckpoint : IAsyncDisposable
{
    /// <summary>Gets the token that is cancelled when this checkpoint was lost: another processor can open it. The handlers in progress are then cancelled, and the processor opens the
    /// store again. A store of one process returns <see cref="CancellationToken.None"/>.</summary>
    CancellationToken Lost { get; }

    /// <summary>Reads the sequence number.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The sequence number, or <see langword="null"/> if none was written yet.</returns>
    /// <exception cref="EventCheckpointException">The checkpoint cannot be read.</exception>
    Task<long?> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces the sequence number. If the process ends during the call, the store contains the previous or the new one.</summary>
    /// <param name="seq">The sequence number.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A task that completes when the number is stored.</returns>
    /// <exception cref="EventCheckpointException">The checkpoint cannot be written.</exception>
    /// <exception cref="InboxLeaseLostException">The checkpoint was lost, and the number was not stored. <see cref="Lost"/> is cancelled.</exception>
    Task WriteAsync(long seq, CancellationToken cancellationToken = default);

    /// <summary>Waits for a webhook that another process forwards by <see cref="IEventCheckpointStore.ForwardWakeAsync"/>. A store of one process waits until the token is cancelled.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The sequence number of the event, or <see langword="null"/> if it is unknown.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<long?> WaitForWakeAsync(CancellationToken cancellationToken = default);
}
