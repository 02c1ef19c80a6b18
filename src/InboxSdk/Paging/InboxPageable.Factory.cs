namespace InboxSdk;

/// <summary>Creates lists for tests and fakes.</summary>
public static class InboxPageable
{
    /// <summary>Creates a list from pages.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="pages">The pages. The continuation token of each page except the last leads to the next one.</param>
    /// <returns>The list.</returns>
    public static InboxPageable<T> FromPages<T>(params IEnumerable<InboxPage<T>> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return new Paging.PreparedPageable<T>([.. pages]);
    }

    /// <summary>Creates a list with a single page.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The list.</returns>
    public static InboxPageable<T> FromItems<T>(params IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return FromPages(new InboxPage<T>([.. items]));
    }
}
