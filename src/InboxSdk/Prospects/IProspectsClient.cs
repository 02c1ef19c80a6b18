namespace InboxSdk;

/// <summary>Finds prospects and updates the team's context about them.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>; the methods document only the types that callers typically handle.</remarks>
public interface IProspectsClient
{
    /// <summary>Finds a prospect by X user id.</summary>
    /// <param name="platformId">The X user id, such as <c>1234567890</c>; not the handle.</param>
    /// <param name="expand">The further properties to read. The default is none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The prospect, or <see langword="null"/> if the person is not in Inbox.</returns>
    /// <exception cref="ArgumentException"><paramref name="platformId"/> is empty.</exception>
    /// <remarks>Sends one request, and on v2 another one for <see cref="ProspectExpand.IsDone"/>. For many people, use <see cref="FindManyByPlatformIdAsync"/>. To find people
    /// on other platforms, use <see cref="V2.IContactsClient.ListAsync"/>.</remarks>
    Task<Prospect?> FindByPlatformIdAsync(string platformId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default);

    /// <summary>Finds many prospects by X user id, with few requests.</summary>
    /// <param name="platformIds">The X user ids, in any number. They are read as the results are consumed.</param>
    /// <param name="expand">The further properties to read. The default is none.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>One result per id, in the order of the ids. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentException">During enumeration, after the results of the ids before: an id is empty or longer than 256 characters. The message contains its index.</exception>
    /// <remarks>
    /// <para>v2 takes one request for up to 100 ids, and the next request is sent while the results of the last one are consumed. <see cref="ProspectExpand.IsDone"/> takes
    /// another one for every 100 threads that these people have. v1 takes one request per id, several at a time. An id that is repeated within a request is looked up once.</para>
    /// <para>If a request fails, its exception is thrown after the results of those before. To resume, skip as many ids as there were results.</para>
    /// </remarks>
    IAsyncEnumerable<ProspectLookup> FindManyByPlatformIdAsync(
        IAsyncEnumerable<string> platformIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default);

    /// <summary>Gets a prospect.</summary>
    /// <param name="prospectId">The Inbox id of the prospect.</param>
    /// <param name="expand">The further properties to read. The default is none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The prospect.</returns>
    /// <exception cref="ArgumentException"><paramref name="prospectId"/> is empty or not a valid id.</exception>
    /// <exception cref="InboxNotFoundException">The prospect does not exist.</exception>
    /// <remarks>Sends one request, and on v2 up to one more for <see cref="ProspectExpand.IsDone"/>. For many prospects, use <see cref="GetManyAsync"/>. If a person has several profiles, it returns the one on X, or else the
    /// first.</remarks>
    Task<Prospect> GetAsync(string prospectId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default);

    /// <summary>Gets many prospects by Inbox id, with few requests.</summary>
    /// <param name="prospectIds">The Inbox ids of the prospects, in any number. They are read as the results are consumed.</param>
    /// <param name="expand">The further properties to read. The default is none.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>One result per id, in the order of the ids. A prospect that does not exist is <see langword="null"/>. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentException">During enumeration, after the results of the ids before: an id is empty or not a valid id. The message contains its index.</exception>
    /// <remarks>
    /// <para>v2 has no list of contacts by id, so this lists the threads of up to 100 contacts per request, which contain them and whether they are done: one request for every 100
    /// threads, at most two for the names of tags and statuses, and one for each contact without a thread. v1 takes one request per id, several at a time. An id that is repeated within a
    /// request is looked up once.</para>
    /// <para>If a request fails, its exception is thrown after the results of those before. To resume, skip as many ids as there were results.</para>
    /// </remarks>
    IAsyncEnumerable<ProspectLookup> GetManyAsync(
        IAsyncEnumerable<string> prospectIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default);

    /// <summary>Updates the team's context about a prospect.</summary>
    /// <param name="prospectId">The Inbox id of the prospect.</param>
    /// <param name="update">The changes. At least one property must be set.</param>
    /// <param name="cancellationToken">Cancels the call. Whether a request in flight was applied is then unknown; repeating it is safe.</param>
    /// <returns>The updated prospect. The response is partial: profile properties such as <see cref="Prospect.PlatformId"/> can be absent.</returns>
    /// <exception cref="ArgumentException">The id is not valid, or <paramref name="update"/> has no changes. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The prospect does not exist.</exception>
    /// <exception cref="InboxValidationException">A tag, a status or a member does not exist. On v1 nothing was changed; for v2, see the remarks.</exception>
    /// <remarks>
    /// <para>v1 sends one request, or two if tags are added or removed. The update is atomic.</para>
    /// <para>v2 sends one request for the fields, one for each added tag, one for each removed tag, one for each thread whose state
    /// <see cref="ProspectUpdate.IsDone"/> changes and one to find the threads. For fields and k tags it sends k + 1 requests; one more reads the prospect if only tags change, or if
    /// a tag or the status of the prospect was in no response within <see cref="InboxClientOptions.NameCacheDuration"/>. With fields, and
    /// <see cref="ProspectUpdate.TagIds"/> or <see cref="ProspectUpdate.RemoveTagIds"/>, one more verifies each tag id that no response to the client contained, because v2 also accepts a name.
    /// <see cref="InboxClientOptions.Deadline"/> applies to each. If a request fails, those before it were applied and those after it were not; repeat the update to
    /// complete it.</para>
    /// </remarks>
    Task<Prospect> UpdateAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Adds tags to a prospect and keeps existing ones.</summary>
    /// <param name="prospectId">The Inbox id of the prospect.</param>
    /// <param name="tagIds">The ids of the tags to add; at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The updated prospect. On v1, the prospect that was read if it already has every tag; nothing is written then.</returns>
    /// <exception cref="ArgumentException">The id of the prospect or of a tag is empty, or there are no tags. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The prospect does not exist.</exception>
    /// <exception cref="InboxValidationException">A tag does not exist. On v1 nothing was changed; on v2 the tags before it were added.</exception>
    /// <remarks>v1 replaces a prospect's tags as one set, so on v1 this reads the tags and writes the combined set. A change by another client between the
    /// read and the write is overwritten. v2 adds each tag with a separate request.</remarks>
    Task<Prospect> AddTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default);

    /// <summary>Removes tags from a prospect and keeps all others.</summary>
    /// <param name="prospectId">The Inbox id of the prospect.</param>
    /// <param name="tagIds">The ids of the tags to remove; at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The updated prospect. On v1, the prospect that was read if it has none of the tags; nothing is written then.</returns>
    /// <exception cref="ArgumentException">The id of the prospect or of a tag is empty, or there are no tags. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The prospect does not exist.</exception>
    /// <remarks>Like <see cref="AddTagsAsync"/>, this reads and then writes the whole set on v1, and sends a request per tag on v2.</remarks>
    Task<Prospect> RemoveTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default);

    /// <summary>Lists all prospects with a thread, without duplicates. A prospect whose thread moves to the front before the enumeration reaches it is missed.</summary>
    /// <param name="query">The threads to enumerate. The default is all threads.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The prospects, in the order of their newest thread. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentException">The query is contradictory.</exception>
    /// <remarks>
    /// <para>The API has no list of prospects, so this pages through the threads and yields the prospect of each. Only one page is kept in memory.</para>
    /// <para>Duplicates are detected by id. An enumeration stores 16 bytes for each prospect it yields (about 35 MB per million, including the hash table).
    /// An enumeration resumed from a continuation token does not know the earlier prospects, so it can yield a prospect again whose other thread precedes
    /// the token.</para>
    /// </remarks>
    InboxPageable<Prospect> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default);
}
