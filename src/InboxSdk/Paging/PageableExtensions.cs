namespace InboxSdk.Paging;

/// <summary>What the clients ask of a short list.</summary>
internal static class PageableExtensions
{
    /// <summary>Finds the item with just this text, else the first with one that differs in case alone.</summary>
    public static async Task<T?> FindAsync<T>(this AsyncPageable<T> items, Func<T, string> text, string wanted, CancellationToken cancellationToken)
        where T : class
    {
        T? alike = null;
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (text(item) == wanted)
                return item;
            if (alike is null && string.Equals(text(item), wanted, StringComparison.OrdinalIgnoreCase))
                alike = item;
        }

        return alike;
    }
}
