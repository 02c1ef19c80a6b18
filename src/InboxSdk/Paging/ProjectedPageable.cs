using System.Runtime.CompilerServices;

namespace InboxSdk.Paging;

/// <summary>Turns a list into a list of something else. Pages stay pages: one may become shorter, or empty.</summary>
/// <param name="source">The list.</param>
/// <param name="begin">Begins an enumeration: gives what turns each of its pages, in order, into the new one, with what it remembers from page to page.</param>
/// <param name="cancellationToken">The token the list was asked for with.</param>
internal sealed class ProjectedPageable<TSource, T>(
    AsyncPageable<TSource> source,
    Func<Func<IReadOnlyList<TSource>, CancellationToken, ValueTask<IReadOnlyList<T>>>> begin,
    CancellationToken cancellationToken) : AsyncPageable<T>
{
    protected override CancellationToken CancellationToken { get; } = cancellationToken;

    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSize = null) =>
        EnumerateAsync(source.AsPages(continuationToken, pageSize), default);

    private async IAsyncEnumerable<Page<T>> EnumerateAsync(
        IAsyncEnumerable<Page<TSource>> pages, [EnumeratorCancellation] CancellationToken enumeratorToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, enumeratorToken);
        var project = begin();
        await foreach (var page in pages.WithCancellation(linked.Token).ConfigureAwait(false))
            yield return new Page<T>(await project(page.Items, linked.Token).ConfigureAwait(false), page.ContinuationToken);
    }
}
