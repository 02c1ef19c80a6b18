namespace InboxSdk;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items; may be empty although more pages follow.</param>
/// <param name="ContinuationToken">The place after this page, to hand to <see cref="InboxPageable{T}.AsPages"/> now or in another process;
/// <see langword="null"/> on the last page.</param>
public sealed record InboxPage<T>(IReadOnlyList<T> Items, string? ContinuationToken)
{
    /// <summary>Gets whether more pages follow.</summary>
    public bool HasMore => ContinuationToken is not null;

    /// <summary>Gets, for events, the sequence number of the last event that the server read for this page, also where the query's filter left that event out: the
    /// <c>afterSeq</c> to continue from once the page is processed. <see langword="null"/> for all other lists.</summary>
    public long? LastSeq { get; init; }
}
