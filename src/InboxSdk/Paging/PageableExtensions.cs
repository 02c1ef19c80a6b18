namespace InboxSdk.Paging;

/// <summary>What the clients ask of a list.</summary>
internal static class PageableExtensions
{
    /// <summary>Turns each item into something else.</summary>
    public static InboxPageable<T> Select<TSource, T>(this InboxPageable<TSource> items, Func<TSource, T> select, CancellationToken cancellationToken) =>
        new ProjectedPageable<TSource, T>(items, () => (page, _) => new([.. page.Select(select)]), cancellationToken);

    /// <summary>Finds the item with just this text, else the first with one that differs in case alone.</summary>
    public static async Task<T?> FindAsync<T>(this InboxPageable<T> items, Func<T, string> text, string wanted, CancellationToken cancellationToken)
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
