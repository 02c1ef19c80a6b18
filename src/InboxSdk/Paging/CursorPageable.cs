using System.Runtime.CompilerServices;

namespace InboxSdk.Paging;

/// <summary>Follows the cursors of a paged operation.</summary>
/// <param name="fetch">Requests the page at a continuation token (null: the first) with a page size (null: that of the list).</param>
/// <param name="validateToken">Rejects a continuation token of another list.</param>
/// <param name="cancellationToken">The token of the list.</param>
/// <param name="maxPageSize">The maximum page size.</param>
internal sealed class CursorPageable<T>(
    Func<string?, int?, CancellationToken, Task<InboxPage<T>>> fetch,
    Action<string> validateToken,
    CancellationToken cancellationToken,
    int maxPageSize = PageSize.Maximum) : InboxPageable<T>
{
    private protected override CancellationToken ListToken { get; } = cancellationToken;

    public override IAsyncEnumerable<InboxPage<T>> AsPages(string? continuationToken = null, int? pageSize = null)
    {
        if (continuationToken is not null)
            validateToken(continuationToken);
        if (pageSize is { } size)
            PageSize.Validate(size, nameof(pageSize), maxPageSize);
        return EnumerateAsync(continuationToken, pageSize, default);
    }

    private async IAsyncEnumerable<InboxPage<T>> EnumerateAsync(
        string? token, int? pageSize, [EnumeratorCancellation] CancellationToken enumeratorToken)
    {
        using var linked = new EnumerationToken(ListToken, enumeratorToken);
        var cycle = new CycleDetector(token);
        do
        {
            linked.Token.ThrowIfCancellationRequested();
            InboxPage<T> page;
            try
            {
                page = await fetch(token, pageSize, linked.Token).ConfigureAwait(false);
            }
            catch (InboxException exception)
            {
                exception.SetContinuationToken(token);
                throw;
            }

            token = page.ContinuationToken;
            if (token is not null && cycle.Repeats(token))
                throw new InboxException("The server's cursor repeats, so the list would never end. The items so far are valid; report this to Inbox support.");
            yield return page;
        }
        while (token is not null);
    }
}
