using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Represents a page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed record InboxPage<T>
{
    /// <summary>Initializes a page.</summary>
    /// <param name="items">The items; can be empty even if more pages follow.</param>
    /// <param name="continuationToken">The token of the next page; <see langword="null"/>, the default, on the last page.</param>
    public InboxPage(IReadOnlyList<T> items, string? continuationToken = null) => (Items, ContinuationToken) = (items, continuationToken);

    /// <summary>Gets the items; can be empty even if more pages follow.</summary>
    public IReadOnlyList<T> Items { get; init => field = ValueList.Of(value); }

    /// <summary>Gets the token to pass to <see cref="InboxPageable{T}.AsPages"/> to resume after this page, also in another process; <see langword="null"/> on the last
    /// page.</summary>
    public string? ContinuationToken { get; init; }

    /// <summary>Gets whether more pages follow.</summary>
    public bool HasMore => ContinuationToken is not null;

    /// <summary>Gets, for events, the sequence number of the last event that the server read for this page, even if the filter of the query excluded it. Continue with it as
    /// <c>afterSeq</c> once the page is processed. <see langword="null"/> for all other lists.</summary>
    public long? LastSeq { get; init; }
}
