namespace InboxSdk.V2;

/// <summary>Says which contacts to find: people on one platform, by their ids there or by their usernames.</summary>
public sealed record ContactQuery
{
    private const int MostValues = 100;

    /// <summary>Gets the platform the people are on.</summary>
    public required Platform Platform { get; init; }

    /// <summary>Gets the people's ids on the platform, at most 100. Empty by default. It excludes <see cref="Usernames"/>.</summary>
    public IReadOnlyList<string> PlatformIds { get => field ?? []; init; }

    /// <summary>Gets the people's usernames without a prefix, at most 100. Empty by default. One username can match several contacts. It excludes
    /// <see cref="PlatformIds"/>.</summary>
    public IReadOnlyList<string> Usernames { get => field ?? []; init; }

    /// <summary>Gets what the contacts hold beside ids; nothing by default.</summary>
    public ContactExpand Expand { get; init; }

    /// <summary>Gets how many contacts one request asks for, 1 to 100. By default 100, the most the API gives.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 to 100.</exception>
    public int PageSize
    {
        get;
        init => field = Paging.PageSize.Validate(value, nameof(PageSize));
    } = Paging.PageSize.Maximum;

    internal QueryParameters Filters()
    {
        if (Platform == default)
            throw new ArgumentException("Platform is empty. Contacts are found on one platform.", "query");
        if (PlatformIds.Count == 0 == (Usernames.Count == 0))
            throw new ArgumentException("Contacts are found by their platform's ids or by their usernames. Set one of PlatformIds and Usernames.", "query");
        if (PlatformIds.Count > MostValues || Usernames.Count > MostValues)
            throw new ArgumentException($"One query finds at most {MostValues} people. Ask in several.", "query");
        return new QueryParameters()
            .Add("platform", Platform.ToV2())
            .AddEach("platformId", FilterValues.Of(PlatformIds, nameof(PlatformIds)))
            .AddEach("username", FilterValues.Of(Usernames, nameof(Usernames)))
            .Expand(Expand);
    }
}
