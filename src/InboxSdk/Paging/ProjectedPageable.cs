using System.Runtime.CompilerServices;

namespace InboxSdk.Paging;

/// <summary>Projects a list page by page. A page can become shorter or empty.</summary>
/// <param name="source">The list.</param>
/// <param name="begin">Starts an enumeration: returns the projection of its pages, which can keep state from page to page.</param>
/// <param name="cancellationToken">The token of the list.</param>
/// <param name="mark">Marks the continuation tokens of this list if another list has the same source; tokens with another mark are rejected.</param>
internal sealed class ProjectedPageable<TSource, T>(
    InboxPageable<TSource> source,
    Func<Func<IReadOnlyList<TSource>, CancellationToken, ValueTask<IReadOnlyList<T>>>> begin,
    CancellationToken cancellationToken,
    string mark = "") : InboxPageable<T>
{
    private protected override CancellationToken ListToken { get; } = cancellationToken;

    public override IAsyncEnumerable<InboxPage<T>> AsPages(string? continuationToken = null, int? pageSize = null)
    {
        if (continuationToken is not null && !continuationToken.StartsWith(mark, StringComparison.Ordinal))
            throw new ArgumentException("The continuation token belongs to a list with another query. Resume with the same query.", nameof(continuationToken));
        return EnumerateAsync(source.AsPages(continuationToken?[mark.Length..], pageSize), default);
    }

    private IAsyncEnumerable<InboxPage<TSource>> Marked(IAsyncEnumerable<InboxPage<TSource>> pages) => mark.Length == 0 ? pages : MarkFailuresAsync(pages, default);

    // The place where a page failed is a place of this list.
    private async IAsyncEnumerable<InboxPage<TSource>> MarkFailuresAsync(IAsyncEnumerable<InboxPage<TSource>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var enumerator = pages.GetAsyncEnumerator(cancellationToken);
        await using (enumerator.ConfigureAwait(false))
        {
            while (true)
            {
                try
                {
                    if (!await enumerator.MoveNextAsync().ConfigureAwait(false))
                        yield break;
                }
                catch (InboxException exception)
                {
                    exception.SetContinuationToken(exception.ContinuationToken is { } token ? mark + token : null);
                    throw;
                }

                yield return enumerator.Current;
            }
        }
    }

    private async IAsyncEnumerable<InboxPage<T>> EnumerateAsync(
        IAsyncEnumerable<InboxPage<TSource>> pages, [EnumeratorCancellation] CancellationToken enumeratorToken)
    {
        using var linked = new EnumerationToken(ListToken, enumeratorToken);
        var project = begin();
        await foreach (var page in Marked(pages).WithCancellation(linked.Token).ConfigureAwait(false))
            yield return new InboxPage<T>(await project(page.Items, linked.Token).ConfigureAwait(false), page.ContinuationToken is { } token ? mark + token : null);
    }
}
