namespace InboxSdk;

/// <summary>Says which threads to list, and how many at a time. An empty query lists every thread.</summary>
public sealed record ThreadQuery
{
    /// <summary>Gets the view to list; by default all views, archived threads included.</summary>
    public InboxView? View { get; init; }

    /// <summary>Gets ids of tags; a thread is listed when its prospect has any of them. Empty by default: tags do not matter.</summary>
    public IReadOnlyList<string> TagIds { get => field ?? []; init; }

    /// <summary>Gets whether to list only threads whose prospect has no tag. <see langword="false"/> by default; it excludes <see cref="TagIds"/>.</summary>
    /// <remarks>v2 cannot ask for this, so there the threads are all read and these picked out: pages become shorter, or empty.</remarks>
    public bool Untagged { get; init; }

    /// <summary>Gets the id of the team's account whose threads to list; by default those of all accounts.</summary>
    public string? AccountLinkId { get; init; }

    /// <summary>Gets how many threads one request asks for, 1 to 100. By default 100, the most the API gives, which takes the fewest requests.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 to 100.</exception>
    public int PageSize
    {
        get;
        init => field = Paging.PageSize.Validate(value, nameof(PageSize));
    } = Paging.PageSize.Maximum;

    internal void Validate()
    {
        if (Untagged && TagIds.Count > 0)
            throw new ArgumentException("The query asks for threads without tags and for threads with certain tags. Set either Untagged or TagIds.", "query");
        if (AccountLinkId is not null && string.IsNullOrWhiteSpace(AccountLinkId))
            throw new ArgumentException("AccountLinkId is empty. Leave it null for the threads of all accounts.", "query");
        if (TagIds.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("TagIds holds an empty id. Take the ids from ITagsClient.", "query");
    }
}
