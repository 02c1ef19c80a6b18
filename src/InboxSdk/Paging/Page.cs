namespace InboxSdk;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items; may be empty although more pages follow.</param>
/// <param name="ContinuationToken">The place after this page, to hand to <see cref="AsyncPageable{T}.AsPages"/> now or in another process;
/// <see langword="null"/> on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? ContinuationToken);
