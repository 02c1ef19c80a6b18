namespace InboxSdk;

/// <summary>Finds prospects and changes the team's context about them.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>; the members name only those a caller acts on.</remarks>
public interface IProspectsClient
{
    /// <summary>Finds the prospect with an id of X.</summary>
    /// <param name="platformId">The person's X user id, such as <c>1234567890</c>; not the handle.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The prospect, or <see langword="null"/> when the person is not in Inbox.</returns>
    /// <exception cref="ArgumentException"><paramref name="platformId"/> is empty.</exception>
    /// <remarks>On v2 this takes two requests, the second for <see cref="Prospect.Done"/>; people on other platforms are found by
    /// <see cref="V2.IContactsClient.ListAsync"/>.</remarks>
    Task<Prospect?> FindByPlatformIdAsync(string platformId, CancellationToken cancellationToken = default);

    /// <summary>Gets a prospect.</summary>
    /// <param name="prospectId">The prospect's Inbox id.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The prospect.</returns>
    /// <exception cref="ArgumentException"><paramref name="prospectId"/> is empty or cannot be an id.</exception>
    /// <exception cref="InboxNotFoundException">There is no such prospect.</exception>
    /// <remarks>On v2 this takes two requests, the second for <see cref="Prospect.Done"/>. Of a person with several profiles it gives the one on X, or else the
    /// first.</remarks>
    Task<Prospect> GetAsync(string prospectId, CancellationToken cancellationToken = default);

    /// <summary>Changes the team's context about a prospect: all assigned fields.</summary>
    /// <param name="prospectId">The prospect's Inbox id.</param>
    /// <param name="update">What to change; it must set at least one field.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether a change in flight was made is then not known; making it again does no harm.</param>
    /// <returns>The prospect after the change. The answer is partial: profile fields such as <see cref="Prospect.PlatformId"/> may be absent.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or <paramref name="update"/> sets nothing. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such prospect.</exception>
    /// <exception cref="InboxValidationException">A tag, a status or a member does not exist. On v1 nothing was changed; on v2 see the remarks.</exception>
    /// <remarks>
    /// <para>v1 takes all in one request, or in two when tags are added or taken off: it changes everything or nothing.</para>
    /// <para>v2 takes a request for the fields (which it takes together), one for each tag that is added and then one for each that is taken off, one for each
    /// thread whose state <see cref="ProspectContextUpdate.Done"/> changes and one to find them, and one to read the prospect at the end: for k tags and fields at
    /// most k + 2. <see cref="InboxClientOptions.Deadline"/> holds for each. When one of them fails, those before it were made and those after it were not; making the
    /// same update again makes it whole.</para>
    /// </remarks>
    Task<Prospect> UpdateContextAsync(string prospectId, ProspectContextUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Adds tags to a prospect and keeps the ones it has.</summary>
    /// <param name="prospectId">The prospect's Inbox id.</param>
    /// <param name="tagIds">The ids of the tags to add; at least one.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The prospect after the change. On v1, as it was read when it already had every tag; nothing is written then.</returns>
    /// <exception cref="ArgumentException">The prospect's id or a tag's id is empty, or there is no tag to add. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such prospect.</exception>
    /// <exception cref="InboxValidationException">A tag does not exist. On v1 nothing was changed; on v2 the tags before it were added.</exception>
    /// <remarks>v1 writes a prospect's tags as one set, so there this reads the present tags, joins them and writes the result. A tag that somebody
    /// else changes between the read and the write is overwritten. v2 adds each tag by a request of its own.</remarks>
    Task<Prospect> AddTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default);

    /// <summary>Takes tags off a prospect and keeps its others.</summary>
    /// <param name="prospectId">The prospect's Inbox id.</param>
    /// <param name="tagIds">The ids of the tags to take off; at least one.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The prospect after the change. On v1, as it was read when it had none of the tags; nothing is written then.</returns>
    /// <exception cref="ArgumentException">The prospect's id or a tag's id is empty, or there is no tag to take off. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such prospect.</exception>
    /// <remarks>As <see cref="AddTagsAsync"/>, this reads and then writes the whole set on v1, and takes a request for each tag on v2.</remarks>
    Task<Prospect> RemoveTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default);

    /// <summary>Lists every prospect the team has a thread with, each once; save those whose thread moves to the front before the walk has reached it.</summary>
    /// <param name="query">Which threads to walk; by default all of them.</param>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The prospects, in the order of their newest thread. No request is made before the enumeration begins.</returns>
    /// <exception cref="ArgumentException">The query contradicts itself.</exception>
    /// <remarks>
    /// <para>The API has no list of prospects: this walks the threads, a page at a time, and hands out each thread's prospect. Only one page is held.</para>
    /// <para>A prospect with several threads is told by its id. One enumeration remembers 16 bytes for each prospect it handed out (some 35 MB for a
    /// million with the table that holds them). An enumeration resumed from a continuation token starts with an empty memory, so it may hand out a
    /// prospect again whose other thread lay before the token.</para>
    /// </remarks>
    AsyncPageable<Prospect> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default);
}
