namespace InboxSdk.Paging;

internal static class AsyncSequence
{
#pragma warning disable CS1998 // The items exist: there is nothing to await.
    /// <summary>Enumerates existing items asynchronously.</summary>
    public static async IAsyncEnumerable<T> Of<T>(IEnumerable<T> items)
#pragma warning restore CS1998
    {
        foreach (var item in items)
            yield return item;
    }
}
