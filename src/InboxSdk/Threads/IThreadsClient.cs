namespace InboxSdk;

/// <summary>Lists, finds and updates threads.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>; the methods document only the types that callers typically handle.</remarks>
public interface IThreadsClient
{
    /// <summary>Lists threads, newest message first; on v2 newest activity first, which includes reminders and accepted requests.</summary>
    /// <param name="query">The threads to list. The default is all threads.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The threads. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentException">The query is contradictory; on v2 also: an id is not a v2 id.</exception>
    /// <remarks>On v2 threads do not contain the names of tags and statuses. An enumeration lists them once, unless earlier responses contained them within
    /// <see cref="InboxClientOptions.NameCacheDuration"/>.</remarks>
    InboxPageable<InboxThread> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Finds the thread between a person and one of the team's accounts.</summary>
    /// <param name="prospectPlatformId">The id of the person on the platform, such as the X user id.</param>
    /// <param name="accountLinkId">The id of the team's account, such as <see cref="V2.AccountLink.Id"/> or <see cref="InboxThread.AccountLinkId"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The thread, or <see langword="null"/> if there is none.</returns>
    /// <exception cref="ArgumentException">An id is empty, or <paramref name="accountLinkId"/> is not a valid id.</exception>
    /// <remarks>On v2 this sends two requests and finds only people on X.</remarks>
    Task<InboxThread?> FindAsync(string prospectPlatformId, string accountLinkId, CancellationToken cancellationToken = default);

    /// <summary>Gets a thread.</summary>
    /// <param name="threadId">The Inbox id of the thread.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The thread.</returns>
    /// <exception cref="ArgumentException"><paramref name="threadId"/> is empty or not a valid id.</exception>
    /// <exception cref="InboxNotFoundException">The thread does not exist.</exception>
    /// <remarks>On v2 this sends a second request if the contact has tags or a status that no response contained within <see cref="InboxClientOptions.NameCacheDuration"/>.</remarks>
    Task<InboxThread> GetAsync(string threadId, CancellationToken cancellationToken = default);

    /// <summary>Updates a thread.</summary>
    /// <param name="threadId">The Inbox id of the thread.</param>
    /// <param name="update">The changes. At least one property must be set.</param>
    /// <param name="cancellationToken">Cancels the call. Whether a request in flight was applied is then unknown; repeating it is safe.</param>
    /// <returns>The updated thread. On v2 its <see cref="InboxThread.Prospect"/> has only an id.</returns>
    /// <exception cref="ArgumentException">An id is not valid, or <paramref name="update"/> has no changes. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The thread does not exist.</exception>
    /// <exception cref="InboxValidationException">The member does not exist. Nothing was changed.</exception>
    Task<InboxThread> UpdateAsync(string threadId, ThreadUpdate update, CancellationToken cancellationToken = default);
}
