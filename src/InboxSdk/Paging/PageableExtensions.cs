namespace InboxSdk.Paging;

/// <summary>Provides list operations for the clients.</summary>
internal static class PageableExtensions
{
    /// <summary>Projects each item.</summary>
    public static InboxPageable<T> Select<TSource, T>(this InboxPageable<TSource> items, Func<TSource, T> select, CancellationToken cancellationToken) =>
        new ProjectedPageable<TSource, T>(items, () => (page, _) => new([.. page.Select(select)]), cancellationToken);

    /// <summary>Finds the first item with a text, ignoring case; an exact match takes precedence.</summary>
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

    /// <summary>Finds the first item with a text, ignoring case; an exact match takes precedence.</summary>
    public static T? Find<T>(this IReadOnlyList<T> items, Func<T, string> text, string wanted)
        where T : class =>
        items.FirstOrDefault(item => text(item) == wanted) ?? items.FirstOrDefault(item => string.Equals(text(item), wanted, StringComparison.OrdinalIgnoreCase));
}
