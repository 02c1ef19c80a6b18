namespace InboxSdk;

/// <summary>Lists, finds and changes threads.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>; the members name only those a caller acts on.</remarks>
public interface IThreadsClient
{
    /// <summary>Lists threads, the one with the newest message first; on v2 the newest activity, which reminders and accepted requests are too.</summary>
    /// <param name="query">Which threads; by default all of them.</param>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The threads. No request is made before the enumeration begins.</returns>
    /// <exception cref="ArgumentException">The query contradicts itself.</exception>
    /// <remarks>On v2 an enumeration also asks once for the tags and once for the statuses, whose names threads do not hold.</remarks>
    AsyncPageable<InboxThread> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Finds the conversation between a person and one of the team's accounts.</summary>
    /// <param name="prospectPlatformId">The person's id on the platform, such as the X user id.</param>
    /// <param name="accountLinkId">The id of the team's account.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The thread, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    /// <remarks>On v2 this takes two requests and finds people on X.</remarks>
    Task<InboxThread?> FindAsync(string prospectPlatformId, string accountLinkId, CancellationToken cancellationToken = default);

    /// <summary>Gets a thread.</summary>
    /// <param name="threadId">The thread's Inbox id.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The thread.</returns>
    /// <exception cref="ArgumentException"><paramref name="threadId"/> is empty or cannot be an id.</exception>
    /// <exception cref="InboxNotFoundException">There is no such thread.</exception>
    /// <remarks>On v2 this takes a second request when the contact has tags or a status.</remarks>
    Task<InboxThread> GetAsync(string threadId, CancellationToken cancellationToken = default);

    /// <summary>Changes a thread.</summary>
    /// <param name="threadId">The thread's Inbox id.</param>
    /// <param name="update">What to change; it must set at least one field.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether a change in flight was made is then not known; making it again does no harm.</param>
    /// <returns>The thread after the change. On v2 its <see cref="InboxThread.Prospect"/> holds the id alone.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or <paramref name="update"/> sets nothing. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such thread.</exception>
    /// <exception cref="InboxValidationException">The member does not exist. Nothing was changed.</exception>
    Task<InboxThread> UpdateAsync(string threadId, ThreadUpdate update, CancellationToken cancellationToken = default);
}
