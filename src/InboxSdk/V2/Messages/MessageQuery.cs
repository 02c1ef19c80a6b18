namespace InboxSdk.V2;

/// <summary>Says how to list the messages of a thread.</summary>
public sealed record MessageQuery
{
    /// <summary>Gets whether the oldest message comes first; by default the newest does.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>Gets what the messages hold beside ids; nothing by default, at most four.</summary>
    public MessageExpand Expand { get; init; }

    /// <summary>Gets how many messages one request asks for, 1 to 100. By default 100, the most the API gives.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 to 100.</exception>
    public int PageSize
    {
        get;
        init => field = Paging.PageSize.Validate(value, nameof(PageSize));
    } = Paging.PageSize.Maximum;

    internal QueryParameters Filters() => new QueryParameters().Add("order", OldestFirst ? "asc" : null).Expand(Expand);
}
