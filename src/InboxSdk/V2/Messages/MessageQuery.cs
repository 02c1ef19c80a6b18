namespace InboxSdk.V2;

/// <summary>Specifies how to list the messages of a thread.</summary>
public sealed record MessageQuery
{
    /// <summary>Gets whether the oldest message comes first. The default is <see langword="false"/>.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>Gets the related objects to include, at most four. The default is none.</summary>
    public MessageExpand Expand { get; init; }

    /// <summary>Gets the number of messages per page, 1 to 100. The default is 100, the API's maximum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 100.</exception>
    public int PageSize
    {
        get;
        init => field = Paging.PageSize.Validate(value, nameof(PageSize));
    } = Paging.PageSize.Maximum;

    internal QueryParameters Filters() => new QueryParameters().Add("order", OldestFirst ? "asc" : null).Expand(Expand);
}
