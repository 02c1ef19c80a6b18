namespace InboxSdk;

/// <summary>Represents a list that is requested page by page during enumeration.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// <para>No request is sent until enumeration starts, and each page is requested when the previous one is consumed. Leaving the loop sends no further
/// request. Each enumeration starts from the beginning.</para>
/// <para>For tests, create a list with <see cref="InboxPageable.FromPages{T}"/>.</para>
/// </remarks>
public abstract class InboxPageable<T> : IAsyncEnumerable<T>
{
    /// <summary>Gets the token of the list, which cancels every enumeration in addition to the enumeration's own token.</summary>
    private protected virtual CancellationToken ListToken => default;

    /// <summary>Enumerates the list by page, with a continuation token for each.</summary>
    /// <param name="continuationToken">The <see cref="InboxPage{T}.ContinuationToken"/> to resume from, of a page of the same list, also in another
    /// process; <see langword="null"/> starts at the beginning.</param>
    /// <param name="pageSize">The number of items per page, 1 to 100, for events 1 to 1000. The default is <see langword="null"/>: the page size of the query, or else the
    /// maximum. Lists with a single page ignore it.</param>
    /// <returns>The pages. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentException">The continuation token is not valid, or belongs to a list with another query.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pageSize"/> is out of range.</exception>
    /// <exception cref="InboxException">During enumeration: a request failed, or the server's cursors repeat, so that the list would never end.</exception>
    public abstract IAsyncEnumerable<InboxPage<T>> AsPages(string? continuationToken = null, int? pageSize = null);

    /// <summary>Enumerates the items of all pages.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>An enumerator; disposing it ends the enumeration.</returns>
    /// <exception cref="InboxException">During enumeration: a request failed, or the server's cursors repeat, so that the list would never end.</exception>
    /// <exception cref="OperationCanceledException">During enumeration: this token, or that of the list, was cancelled.</exception>
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

    /// <summary>Returns the same list with prefetching: the next page is requested while the current one is processed.</summary>
    /// <returns>The list. Its enumerations hold two pages instead of one. A list that prefetches already is returned unchanged.</returns>
    /// <remarks>
    /// <para>Useful if processing a page takes about as long as requesting one: it then takes half the time. The rate limit applies as usual.</para>
    /// <para>Leaving the loop cancels the request in flight, so at most one request is wasted. The exception of a failed page is thrown when that page is reached.</para>
    /// </remarks>
    public InboxPageable<T> Prefetch() => this as Paging.PrefetchingPageable<T> ?? new Paging.PrefetchingPageable<T>(this, ListToken);

    /// <summary>Reads the whole list into memory. Use it for short lists such as tags, not for all threads.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The items of all pages.</returns>
    /// <exception cref="InboxException">A request failed, or the server's cursors repeat. Items read before are not returned.</exception>
    /// <exception cref="OperationCanceledException">This token, or that of the list, was cancelled.</exception>
    public async Task<List<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var items = new List<T>();
        await foreach (var page in AsPages().WithCancellation(cancellationToken).ConfigureAwait(false))
            items.AddRange(page.Items);
        return items;
    }
}
