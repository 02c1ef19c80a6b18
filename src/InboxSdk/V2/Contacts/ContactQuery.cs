using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the contacts to find on one platform, by platform id or by username.</summary>
public sealed record ContactQuery
{
    /// <summary>The maximum number of ids or usernames.</summary>
    internal const int MaxValues = 100;

    /// <summary>Gets the platform.</summary>
    public required Platform Platform { get; init; }

    /// <summary>Gets the platform ids, at most 100. The default is an empty list. Mutually exclusive with <see cref="Usernames"/>.</summary>
    public IReadOnlyList<string> PlatformIds { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets the usernames without a prefix, at most 100. A username can match several contacts. The default is an empty list. Mutually exclusive with
    /// <see cref="PlatformIds"/>.</summary>
    public IReadOnlyList<string> Usernames { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets the related objects to include. The default is none.</summary>
    public ContactExpand Expand { get; init; }

    /// <summary>Gets the number of contacts per page, 1 to 100. The default is 100, the API's maximum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 100.</exception>
    public int PageSize
    {
        get;
        init => field = Paging.PageSize.Validate(value, nameof(PageSize));
    } = Paging.PageSize.Maximum;

    internal QueryParameters Filters()
    {
        if (Platform == default)
            throw new ArgumentException("Platform is empty. A query finds contacts on one platform.", "query");
        if (PlatformIds.Count == 0 == (Usernames.Count == 0))
            throw new ArgumentException("The query has no platform ids or usernames. Set either PlatformIds or Usernames.", "query");
        if (PlatformIds.Count > MaxValues || Usernames.Count > MaxValues)
            throw new ArgumentException($"A query can find at most {MaxValues} contacts. Use several queries.", "query");
        return new QueryParameters()
            .Add("platform", Platform.ToV2())
            .AddEach("platformId", FilterValues.Of(PlatformIds, nameof(PlatformIds)))
            .AddEach("username", FilterValues.Of(Usernames, nameof(Usernames)))
            .Expand(Expand);
    }
}
