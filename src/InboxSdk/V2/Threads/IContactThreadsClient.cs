namespace InboxSdk.V2;

/// <summary>Lists, changes and deletes threads.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>; the members name only those a caller acts on.</remarks>
public interface IContactThreadsClient
{
    /// <summary>Lists threads, the one with the newest activity first unless the query says otherwise.</summary>
    /// <param name="query">Which threads; by default the inbox, which is neither archived threads nor requests.</param>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The threads. No request is made before the enumeration begins.</returns>
    /// <exception cref="ArgumentException">The query contradicts itself, or holds an empty value.</exception>
    AsyncPageable<ContactThread> ListAsync(ContactThreadQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a thread.</summary>
    /// <param name="threadId">The thread's Inbox id.</param>
    /// <param name="expand">What the thread holds beside ids; nothing by default.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The thread.</returns>
    /// <exception cref="ArgumentException"><paramref name="threadId"/> is empty or cannot be an id.</exception>
    /// <exception cref="InboxNotFoundException">There is no such thread (<c>threadNotFound</c>).</exception>
    Task<ContactThread> GetAsync(string threadId, ContactThreadExpand expand = ContactThreadExpand.None, CancellationToken cancellationToken = default);

    /// <summary>Changes a thread.</summary>
    /// <param name="threadId">The thread's Inbox id.</param>
    /// <param name="update">What to change; it must set at least one field.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether a change in flight was made is then not known; making it again does no harm.</param>
    /// <returns>The thread after the change.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or <paramref name="update"/> sets nothing. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such thread (<c>threadNotFound</c>).</exception>
    /// <exception cref="InboxValidationException">There is no such member, or a field cannot be what it is set to; <see cref="InboxValidationException.Issues"/> tells
    /// which.</exception>
    Task<ContactThread> UpdateAsync(string threadId, ContactThreadUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Deletes a thread from Inbox, and from the platform where the platform can.</summary>
    /// <param name="threadId">The thread's Inbox id.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether a request in flight deleted the thread is then not known.</param>
    /// <returns>From where it is gone.</returns>
    /// <exception cref="ArgumentException"><paramref name="threadId"/> is empty or cannot be an id.</exception>
    /// <exception cref="InboxNotFoundException">There is no such thread (<c>threadNotFound</c>). With
    /// <see cref="InboxException.MayHaveTakenEffect"/>, an attempt before may have deleted it and its answer was lost.</exception>
    /// <exception cref="InboxCapabilityException">The account cannot delete threads (<c>capabilityNotSupported</c>).</exception>
    /// <exception cref="InboxPlatformException">The platform failed or limits the account, or the account is not connected.</exception>
    Task<ThreadDeletion> DeleteAsync(string threadId, CancellationToken cancellationToken = default);

    /// <summary>Shows the other side that the team is typing, for a moment. At most one every 2.5 s goes out in a thread; others are skipped.</summary>
    /// <param name="threadId">The thread's Inbox id.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>Whether it was shown.</returns>
    /// <exception cref="ArgumentException"><paramref name="threadId"/> is empty or cannot be an id.</exception>
    /// <exception cref="InboxNotFoundException">There is no such thread (<c>threadNotFound</c>).</exception>
    /// <exception cref="InboxCapabilityException">The account lacks <see cref="Capability.ThreadTypingSend"/>.</exception>
    /// <remarks>It is not repeated after a fault: the moment has passed.</remarks>
    Task<TypingSignal> SendTypingAsync(string threadId, CancellationToken cancellationToken = default);
}
