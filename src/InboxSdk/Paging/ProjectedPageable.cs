using System.Runtime.CompilerServices;

namespace InboxSdk.Paging;

/// <summary>Projects a list page by page. A page can become shorter or empty.</summary>
/// <param name="source">The list.</param>
/// <param name="begin">Starts an enumeration: returns the projection of its pages, which can keep state from page to page.</param>
/// <param name="cancellationToken">The token of the list.</param>
internal sealed class ProjectedPageable<TSource, T>(
    InboxPageable<TSource> source,
    Func<Func<IReadOnlyList<TSource>, CancellationToken, ValueTask<IReadOnlyList<T>>>> begin,
    CancellationToken cancellationToken) : InboxPageable<T>
{
    private protected override CancellationToken ListToken { get; } = cancellationToken;

    public override IAsyncEnumerable<InboxPage<T>> AsPages(string? continuationToken = null, int? pageSize = null) =>
        EnumerateAsync(source.AsPages(continuationToken, pageSize), default);

    private async IAsyncEnumerable<InboxPage<T>> EnumerateAsync(
        IAsyncEnumerable<InboxPage<TSource>> pages, [EnumeratorCancellation] CancellationToken enumeratorToken)
    {
        using var linked = new EnumerationToken(ListToken, enumeratorToken);
        var project = begin();
        await foreach (var page in pages.WithCancellation(linked.Token).ConfigureAwait(false))
            yield return new InboxPage<T>(await project(page.Items, linked.Token).ConfigureAwait(false), page.ContinuationToken);
    }
}
