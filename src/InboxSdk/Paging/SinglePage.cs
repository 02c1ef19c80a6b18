namespace InboxSdk.Paging;

/// <summary>Lists that the server gives whole: one page, so there is no place to resume from.</summary>
internal static class SinglePage
{
    public static InboxPageable<T> Of<T>(Func<CancellationToken, Task<IReadOnlyList<T>>> fetch, CancellationToken cancellationToken) =>
        new CursorPageable<T>(
            async (_, _, token) => new InboxPage<T>(await fetch(token).ConfigureAwait(false), ContinuationToken: null),
            Refuse,
            cancellationToken);

    private static void Refuse(string continuationToken) =>
        throw new ArgumentException("This list comes as one page, so it has no continuation tokens.", nameof(continuationToken));
}
