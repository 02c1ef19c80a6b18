using System.Runtime.CompilerServices;

namespace InboxSdk.Paging;

/// <summary>Requests one page ahead of the reader.</summary>
internal sealed class PrefetchingPageable<T>(InboxPageable<T> source, CancellationToken cancellationToken) : InboxPageable<T>
{
    private protected override CancellationToken ListToken { get; } = cancellationToken;

    public override IAsyncEnumerable<InboxPage<T>> AsPages(string? continuationToken = null, int? pageSize = null) =>
        EnumerateAsync(source.AsPages(continuationToken, pageSize), default);

    private async IAsyncEnumerable<InboxPage<T>> EnumerateAsync(IAsyncEnumerable<InboxPage<T>> pages, [EnumeratorCancellation] CancellationToken enumeratorToken)
    {
        // Also cancels the request in flight when the reader leaves.
        using var left = CancellationTokenSource.CreateLinkedTokenSource(ListToken, enumeratorToken);
        var enumerator = pages.GetAsyncEnumerator(left.Token);
        var next = enumerator.MoveNextAsync().AsTask();
        try
        {
            while (await next.ConfigureAwait(false))
            {
                // The page may have arrived before the token was cancelled.
                left.Token.ThrowIfCancellationRequested();
                var page = enumerator.Current;
                next = enumerator.MoveNextAsync().AsTask();
                yield return page;
            }
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
            // An enumerator must not be disposed while it moves. The outcome does not matter: the page is no longer needed.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await enumerator.DisposeAsync().ConfigureAwait(false);
        }
    }
}
