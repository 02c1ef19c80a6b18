namespace InboxSdk;

/// <summary>A list that is fetched page by page while it is enumerated.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// <para>No request is made before the enumeration begins; the next page is fetched when the items of the last one are used up; leaving the loop makes
/// no further request. Each enumeration starts anew.</para>
/// <para>In tests, make one with <see cref="InboxPageable.FromPages{T}"/>.</para>
/// </remarks>
public abstract class InboxPageable<T> : IAsyncEnumerable<T>
{
    /// <summary>Gets the token the list was asked for with; it cancels every enumeration, beside the enumeration's own token.</summary>
    private protected virtual CancellationToken ListToken => default;

    /// <summary>Enumerates the list page by page, which also gives the place to resume from.</summary>
    /// <param name="continuationToken">The place to resume from: the <see cref="InboxPage{T}.ContinuationToken"/> of a page of the same list, perhaps stored by
    /// another process; <see langword="null"/> starts at the beginning.</param>
    /// <param name="pageSize">How many items one request asks for, 1 to 100, of events 1 to 1000; <see langword="null"/> by default: what the list was asked for with, else the
    /// most. Lists that come as one page take it and do without.</param>
    /// <returns>The pages. No request is made before the enumeration begins.</returns>
    /// <exception cref="ArgumentException">The continuation token is not one, or comes from a list with another query.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pageSize"/> is outside that range.</exception>
    /// <exception cref="InboxException">Enumerating: a request failed, or the server's cursor repeats, so that the list would never end.</exception>
    public abstract IAsyncEnumerable<InboxPage<T>> AsPages(string? continuationToken = null, int? pageSize = null);

    /// <summary>Enumerates the items of all pages.</summary>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>An enumerator; disposing it ends the enumeration.</returns>
    /// <exception cref="InboxException">Enumerating: a request failed, or the server's cursor repeats, so that the list would never end.</exception>
    /// <exception cref="OperationCanceledException">Enumerating: this token, or the one the list was asked for with, was cancelled.</exception>
    public virtual async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                ListToken.ThrowIfCancellationRequested();
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    /// <summary>Gives the same list, fetched one page ahead: while the reader works on a page, the next one is under way.</summary>
    /// <returns>The list. Its enumerations hold two pages in place of one.</returns>
    /// <remarks>
    /// <para>Worth it where the work on a page takes about as long as fetching one: it then takes half the time. Requests wait for the quota as always.</para>
    /// <para>Leaving the loop cancels the request that is under way, which is the most that is wasted. A page that fails throws when its turn comes.</para>
    /// </remarks>
    public InboxPageable<T> Prefetch() => new Paging.PrefetchingPageable<T>(this, ListToken);

    /// <summary>Reads the whole list into memory: for short lists such as tags, not for all threads.</summary>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The items of all pages.</returns>
    /// <exception cref="InboxException">A request failed, or the server's cursor repeats. What was read before is lost with it.</exception>
    /// <exception cref="OperationCanceledException">This token, or the one the list was asked for with, was cancelled.</exception>
    public async Task<List<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var items = new List<T>();
        await foreach (var page in AsPages().WithCancellation(cancellationToken).ConfigureAwait(false))
            items.AddRange(page.Items);
        return items;
    }
}
