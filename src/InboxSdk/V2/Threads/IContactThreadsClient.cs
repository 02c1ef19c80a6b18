namespace InboxSdk.V2;

/// <summary>Lists, changes and deletes threads.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>; the methods document only the types that callers typically handle.</remarks>
public interface IContactThreadsClient
{
    /// <summary>Lists threads, by default the newest activity first.</summary>
    /// <param name="query">The threads to list. The default is all threads, also archived ones and requests.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The threads. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentException">The query is contradictory, or contains an empty value or an invalid id.</exception>
    InboxPageable<ContactThread> ListAsync(ContactThreadQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a thread.</summary>
    /// <param name="threadId">The Inbox id of the thread.</param>
    /// <param name="expand">The related objects to include. The default is none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The thread.</returns>
    /// <exception cref="ArgumentException"><paramref name="threadId"/> is empty or not a valid id.</exception>
    /// <exception cref="InboxNotFoundException">The thread does not exist (<c>threadNotFound</c>).</exception>
    Task<ContactThread> GetAsync(string threadId, ContactThreadExpand expand = ContactThreadExpand.None, CancellationToken cancellationToken = default);

    /// <summary>Updates a thread.</summary>
    /// <param name="threadId">The Inbox id of the thread.</param>
    /// <param name="update">The changes. At least one property must be set.</param>
    /// <param name="cancellationToken">Cancels the call. Whether a request in flight was applied is then unknown; repeating it is safe.</param>
    /// <returns>The updated thread.</returns>
    /// <exception cref="ArgumentException">An id is not valid, or <paramref name="update"/> has no changes. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The thread does not exist (<c>threadNotFound</c>).</exception>
    /// <exception cref="InboxValidationException">The member does not exist, or a value is not valid; <see cref="InboxValidationException.Issues"/>
    /// identifies it.</exception>
    Task<ContactThread> UpdateAsync(string threadId, ContactThreadUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Deletes a thread from Inbox, and from the platform if it supports deletion.</summary>
    /// <param name="threadId">The Inbox id of the thread.</param>
    /// <param name="cancellationToken">Cancels the call. Whether a request in flight deleted the thread is then unknown.</param>
    /// <returns>The scope of the deletion.</returns>
    /// <exception cref="ArgumentException"><paramref name="threadId"/> is empty or not a valid id.</exception>
    /// <exception cref="InboxNotFoundException">The thread does not exist (<c>threadNotFound</c>), and no earlier attempt of this call can have deleted it. If
    /// <see cref="InboxException.MayHaveTakenEffect"/> is set, the body of the response was incomplete.</exception>
    /// <exception cref="InboxCapabilityException">The account cannot delete threads (<c>capabilityNotSupported</c>).</exception>
    /// <exception cref="InboxPlatformException">The platform failed or limits the account, or the account is not connected.</exception>
    /// <remarks>If the response is lost and the retry does not find the thread, the call succeeds and <see cref="ThreadDeletion.Scope"/> is <see langword="default"/>: the thread may still exist on the
    /// platform.</remarks>
    Task<ThreadDeletion> DeleteAsync(string threadId, CancellationToken cancellationToken = default);

    /// <summary>Briefly shows the contact that the team is typing. At most one signal per 2.5 seconds and thread is sent; others are skipped.</summary>
    /// <param name="threadId">The Inbox id of the thread.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the signal was sent.</returns>
    /// <exception cref="ArgumentException"><paramref name="threadId"/> is empty or not a valid id.</exception>
    /// <exception cref="InboxNotFoundException">The thread does not exist (<c>threadNotFound</c>).</exception>
    /// <exception cref="InboxCapabilityException">The account lacks <see cref="Capability.ThreadTypingSend"/>.</exception>
    /// <remarks>The request is not retried, because the signal would be late.</remarks>
    Task<TypingSignal> SendTypingAsync(string threadId, CancellationToken cancellationToken = default);
}
