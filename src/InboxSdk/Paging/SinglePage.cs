namespace InboxSdk.Paging;

/// <summary>Creates lists that the server returns as a whole: a single page without a continuation token.</summary>
internal static class SinglePage
{
    public static InboxPageable<T> Of<T>(Func<CancellationToken, Task<IReadOnlyList<T>>> fetch, CancellationToken cancellationToken) =>
        new CursorPageable<T>(
            async (_, _, token) => new InboxPage<T>(await fetch(token).ConfigureAwait(false)),
            Refuse,
            cancellationToken);

    private static void Refuse(string continuationToken) =>
        throw new ArgumentException("This list has a single page and no continuation tokens.", nameof(continuationToken));
}
