namespace InboxSdk.V2;

/// <summary>Reads the team's events. Inbox retains events for 7 days, and at most 25,000 per team.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>; the methods document only the types that callers typically handle.</remarks>
public interface IEventsClient
{
    /// <summary>Lists the retained events in sequence order, and completes after the latest.</summary>
    /// <param name="afterSeq">The <see cref="InboxEvent.Seq"/> after which to start; 0 starts with the oldest retained event.</param>
    /// <param name="query">The events to list. The default is all events.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The events. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterSeq"/> is negative.</exception>
    /// <exception cref="ArgumentException">The query contains an empty type.</exception>
    InboxPageable<InboxEvent> ListAsync(long afterSeq = 0, EventQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Follows the events: yields the retained events and then new ones, without end. It polls less often while there are none.</summary>
    /// <param name="afterSeq">The <see cref="InboxEvent.Seq"/> after which to start; 0 starts with the oldest retained event.</param>
    /// <param name="options">The events to read and the polling delays.</param>
    /// <param name="cancellationToken">Cancels the enumeration, which is how it ends.</param>
    /// <returns>The events in sequence order. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterSeq"/> is negative.</exception>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    /// <exception cref="InboxException">During enumeration: a request failed after all retries. Waiting for the rate limit is unbounded and does not fail. To resume,
    /// pass the <see cref="InboxEvent.Seq"/> of the last event.</exception>
    /// <remarks>Events that occur while no process follows are missed only once Inbox no longer retains them. Store the <see cref="InboxEvent.Seq"/> of each processed
    /// event, and start after it following a restart.</remarks>
    IAsyncEnumerable<InboxEvent> FollowAsync(long afterSeq = 0, EventFollowOptions? options = null, CancellationToken cancellationToken = default);
}
