using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the threads to list. By default all threads are listed.</summary>
/// <remarks>A thread must match every filter, with any of the values of each.</remarks>
public sealed record ContactThreadQuery
{
    /// <summary>Gets the folder. The default is <see cref="ThreadFolder.All"/>, as for <see cref="ThreadQuery.View"/> of the facade.</summary>
    public ThreadFolder Folder { get; init => field = value == default ? ThreadFolder.All : value; } = ThreadFolder.All;

    /// <summary>Gets the ids of the team's accounts. The default is an empty list, which includes all accounts.</summary>
    public IReadOnlyList<string> AccountLinkIds { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets the platforms. The default is an empty list, which includes all platforms.</summary>
    public IReadOnlyList<Platform> Platforms { get; init => field = ValueList.Of(value); } = ValueList<Platform>.Empty;

    /// <summary>Gets the ids of contacts. The default is an empty list, which includes all contacts. Combine with <see cref="AccountLinkIds"/> to find the thread of an
    /// account with a contact.</summary>
    public IReadOnlyList<string> ContactIds { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets the ids or names of tags, any of which the contact must have. The default is an empty list, which includes all contacts.</summary>
    public IReadOnlyList<string> TagIdsOrNames { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets the ids or names of statuses, one of which the contact must have. The default is an empty list, which includes all contacts.</summary>
    public IReadOnlyList<string> StatusIdsOrNames { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets the ids of assigned members. The default is an empty list, which includes all threads. Mutually exclusive with
    /// <see cref="IsUnassigned"/>.</summary>
    public IReadOnlyList<string> AssigneeIds { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets whether to list only unassigned threads. The default is <see langword="false"/>. Mutually exclusive with <see cref="AssigneeIds"/>.</summary>
    public bool IsUnassigned { get; init; }

    /// <summary>Gets the ids of campaigns, any of which sent a message in the thread. The default is an empty list, which includes all threads. Campaign threads are
    /// archived: list <see cref="ThreadFolder.Archived"/> or <see cref="ThreadFolder.All"/>.</summary>
    public IReadOnlyList<string> CampaignIds { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets the text to search for in display names, usernames and activity previews; not empty. The default is <see langword="null"/>, no search.</summary>
    public string? Search { get; init; }

    /// <summary>Gets whether the oldest activity comes first. The default is <see langword="false"/>.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>Gets the related objects to include. The default is none.</summary>
    public ContactThreadExpand Expand { get; init; }

    /// <summary>Gets the number of threads per page, 1 to 100. The default is 100, the API's maximum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 100.</exception>
    public int PageSize
    {
        get;
        init => field = Paging.PageSize.Validate(value, nameof(PageSize));
    } = Paging.PageSize.Maximum;

    /// <summary>Gets what the caller filters from the pages, which the server does not know: it distinguishes continuation tokens of equal requests.</summary>
    internal string PageFilter { get; init; } = "";

    internal QueryParameters Filters()
    {
        if (IsUnassigned && AssigneeIds.Count > 0)
            throw new ArgumentException("The query is for unassigned threads and for threads of members. Set either IsUnassigned or AssigneeIds.", "query");
        if (Search is not null && string.IsNullOrWhiteSpace(Search))
            throw new ArgumentException("Search is empty. Use null for no search.", "query");
        return new QueryParameters()
            .AddEach("accountLinkId", FilterValues.OfIds(AccountLinkIds, nameof(AccountLinkIds)))
            .AddEach("platform", FilterValues.Of(Platforms.Select(platform => platform.ToV2()), nameof(Platforms)))
            .AddEach("contactId", FilterValues.OfIds(ContactIds, nameof(ContactIds)))
            .Add("folder", Folder.ToString())
            .AddEach("tag", FilterValues.Of(TagIdsOrNames, nameof(TagIdsOrNames)))
            .AddEach("status", FilterValues.Of(StatusIdsOrNames, nameof(StatusIdsOrNames)))
            .AddEach("assigneeId", FilterValues.OfIds(AssigneeIds, nameof(AssigneeIds)))
            .Add("unassigned", IsUnassigned ? "true" : null)
            .AddEach("campaignId", FilterValues.OfIds(CampaignIds, nameof(CampaignIds)))
            .Add("q", Search)
            .Add("order", OldestFirst ? "asc" : null)
            .Expand(Expand);
    }
}
