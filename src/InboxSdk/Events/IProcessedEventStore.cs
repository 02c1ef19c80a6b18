namespace InboxSdk.V2;

/// <summary>Represents a store of the ids of processed events. <see cref="MemoryProcessedEventStore"/> uses memory; implement it for another store. Its methods are called concurrently.</summary>
public interface IProcessedEventStore
{
    /// <summary>Claims an event for processing.</summary>
    /// <param name="eventId">The id of the event.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Whether the caller processes the event, and if not, whether it is processed already. A claim ends with <see cref="CompleteAsync"/>, <see cref="ReleaseAsync"/> or the
    /// end of the process.</returns>
    Task<EventClaim> ClaimAsync(string eventId, CancellationToken cancellationToken = default);

    /// <summary>Stores that a claimed event is processed, and ends the claim. If the call fails or is cancelled, the claim remains: the call can be repeated, and is.</summary>
    /// <param name="eventId">The id of the event.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A task that completes when it is stored.</returns>
    Task CompleteAsync(string eventId, CancellationToken cancellationToken = default);

    /// <summary>Ends a claim without processing, so that the event can be claimed again.</summary>
    /// <param name="eventId">The id of the event.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A task that completes when the claim has ended.</returns>
    Task ReleaseAsync(string eventId, CancellationToken cancellationToken = default);
}
