namespace InboxSdk.V2;

/// <summary>Reads what happened in the team's inbox. Inbox keeps events for 7 days, and at most 25,000 of a team.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>; the members name only those a caller acts on.</remarks>
public interface IEventsClient
{
    /// <summary>Lists the events that are kept, in the order of their sequence, and ends with the last one there is.</summary>
    /// <param name="afterSeq">The <see cref="InboxEvent.Seq"/> after which to begin; 0 begins with the oldest event that is kept.</param>
    /// <param name="query">Which events; by default all of them.</param>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The events. No request is made before the enumeration begins.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterSeq"/> is negative.</exception>
    /// <exception cref="ArgumentException">The query holds an empty type.</exception>
    AsyncPageable<InboxEvent> ListAsync(long afterSeq = 0, EventQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Follows the events: those that are kept, then each new one, without an end. It asks less often while nothing happens.</summary>
    /// <param name="afterSeq">The <see cref="InboxEvent.Seq"/> after which to begin; 0 begins with the oldest event that is kept.</param>
    /// <param name="options">How often to ask, and for what.</param>
    /// <param name="cancellationToken">Cancels the enumeration at once, which is how it ends.</param>
    /// <returns>The events, in the order of their sequence. No request is made before the enumeration begins.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterSeq"/> is negative.</exception>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    /// <exception cref="InboxException">Enumerating: a request failed for good, but for the quota, which is waited for as long as it takes. Follow again from the <see cref="InboxEvent.Seq"/> of the last event.</exception>
    /// <remarks>An event that happened while nobody followed is missed only when it was older than Inbox keeps events. Store the <see cref="InboxEvent.Seq"/> of
    /// each event that is dealt with, and begin there after a restart.</remarks>
    IAsyncEnumerable<InboxEvent> FollowAsync(long afterSeq = 0, EventFollowOptions? options = null, CancellationToken cancellationToken = default);
}
