using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the accounts to list. By default all accounts are listed.</summary>
public sealed record AccountLinkQuery
{
    /// <summary>Gets the platforms of the accounts to list. The default is an empty list, which includes all platforms.</summary>
    public IReadOnlyList<Platform> Platforms { get; init => field = ValueList.Of(value); } = ValueList<Platform>.Empty;

    /// <summary>Gets the statuses of the accounts to list. The default is an empty list, which includes all statuses.</summary>
    public IReadOnlyList<AccountLinkStatus> Statuses { get; init => field = ValueList.Of(value); } = ValueList<AccountLinkStatus>.Empty;

    /// <summary>Gets the number of accounts per page, 1 to 100. The default is 100, the API's maximum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 100.</exception>
    public int PageSize
    {
        get;
        init => field = Paging.PageSize.Validate(value, nameof(PageSize));
    } = Paging.PageSize.Maximum;

    internal QueryParameters Filters() => new QueryParameters()
        .AddEach("platform", FilterValues.Of(Platforms.Select(platform => platform.ToV2()), nameof(Platforms)))
        .AddEach("status", FilterValues.Of(Statuses.Select(status => status.ToString()), nameof(Statuses)));
}
