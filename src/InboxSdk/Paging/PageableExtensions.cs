namespace InboxSdk.Paging;

/// <summary>What the clients ask of a short list.</summary>
internal static class PageableExtensions
{
    /// <summary>Finds the first item with a text that differs in case at most; stops reading at it.</summary>
    public static async Task<T?> FindAsync<T>(this AsyncPageable<T> items, Func<T, string> text, string wanted, CancellationToken cancellationToken)
        where T : class
    {
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(text(item), wanted, StringComparison.OrdinalIgnoreCase))
                return item;
        }

        return null;
    }
}
