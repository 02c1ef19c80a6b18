namespace InboxSdk.V2;

/// <summary>Says which accounts to list, and how many at a time. An empty query lists every account.</summary>
public sealed record AccountLinkQuery
{
    /// <summary>Gets the platforms whose accounts to list; empty by default: those of all.</summary>
    public IReadOnlyList<Platform> Platforms { get => field ?? []; init; }

    /// <summary>Gets the statuses to list; empty by default: all of them.</summary>
    public IReadOnlyList<AccountLinkStatus> Statuses { get => field ?? []; init; }

    /// <summary>Gets how many accounts one request asks for, 1 to 100. By default 100, the most the API gives.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 to 100.</exception>
    public int PageSize
    {
        get;
        init => field = Paging.PageSize.Validate(value, nameof(PageSize));
    } = Paging.PageSize.Maximum;

    internal QueryParameters Filters() => new QueryParameters()
        .AddEach("platform", FilterValues.Of(Platforms.Select(platform => platform.ToV2()), nameof(Platforms)))
        .AddEach("status", FilterValues.Of(Statuses.Select(status => status.ToString()), nameof(Statuses)));
}
