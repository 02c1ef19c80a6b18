using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Specifies the threads to list. By default all threads are listed.</summary>
public sealed record ThreadQuery
{
    /// <summary>Gets the view. The default is <see langword="null"/>, all threads including archived ones.</summary>
    public InboxView? View { get; init; }

    /// <summary>Gets the ids of tags, any of which the prospect must have. The default is an empty list, which includes all prospects.</summary>
    public IReadOnlyList<string> TagIds { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets whether to list only threads whose prospect has no tags. The default is <see langword="false"/>. Mutually exclusive with <see cref="TagIds"/>.</summary>
    /// <remarks>v2 does not support this filter, so on v2 all threads are read and filtered: pages are shorter or empty.</remarks>
    public bool IsUntagged { get; init; }

    /// <summary>Gets the id of the team's account. The default is <see langword="null"/>, all accounts.</summary>
    public string? AccountLinkId { get; init; }

    /// <summary>Gets the number of threads per page, 1 to 100. The default is 100, the API's maximum, which takes the fewest requests.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 100.</exception>
    public int PageSize
    {
        get;
        init => field = Paging.PageSize.Validate(value, nameof(PageSize));
    } = Paging.PageSize.Maximum;

    internal void Validate()
    {
        if (IsUntagged && TagIds.Count > 0)
            throw new ArgumentException("The query is for threads without tags and for threads with certain tags. Set either IsUntagged or TagIds.", "query");
        if (AccountLinkId is not null && string.IsNullOrWhiteSpace(AccountLinkId))
            throw new ArgumentException("AccountLinkId is empty. Use null for the threads of all accounts.", "query");
        if (TagIds.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("TagIds contains an empty id. Use the ids from ITagsClient.", "query");
    }
}
