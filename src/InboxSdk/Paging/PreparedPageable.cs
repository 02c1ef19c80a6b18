using System.Runtime.CompilerServices;

namespace InboxSdk.Paging;

/// <summary>A list of existing pages.</summary>
internal sealed class PreparedPageable<T>(InboxPage<T>[] pages) : InboxPageable<T>
{
    public override IAsyncEnumerable<InboxPage<T>> AsPages(string? continuationToken = null, int? pageSize = null)
    {
        var start = continuationToken is null ? 0 : Array.FindIndex(pages, page => page.ContinuationToken == continuationToken) + 1;
        if (continuationToken is not null && start == 0)
            throw new ArgumentException("No page has this continuation token.", nameof(continuationToken));
        return EnumerateAsync(start, default);
    }

#pragma warning disable CS1998 // The pages exist: there is nothing to await.
    private async IAsyncEnumerable<InboxPage<T>> EnumerateAsync(int start, [EnumeratorCancellation] CancellationToken cancellationToken)
#pragma warning restore CS1998
    {
        foreach (var page in pages.Skip(start))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return page;
        }
    }
}
