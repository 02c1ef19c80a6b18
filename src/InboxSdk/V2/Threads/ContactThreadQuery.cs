namespace InboxSdk.V2;

/// <summary>Says which threads to list, and how many at a time. An empty query lists the inbox.</summary>
/// <remarks>All filters must hold; of the values of one filter, any may.</remarks>
public sealed record ContactThreadQuery
{
    /// <summary>Gets the folder; by default <see cref="ThreadFolder.Inbox"/>.</summary>
    public ThreadFolder Folder { get; init; }

    /// <summary>Gets the ids of the team's accounts whose threads to list; empty by default: those of all.</summary>
    public IReadOnlyList<string> AccountLinkIds { get => field ?? []; init; }

    /// <summary>Gets the platforms; empty by default: all of them.</summary>
    public IReadOnlyList<Platform> Platforms { get => field ?? []; init; }

    /// <summary>Gets the ids of contacts; empty by default: contacts do not matter. With <see cref="AccountLinkIds"/> it finds the thread of an account with a
    /// contact.</summary>
    public IReadOnlyList<string> ContactIds { get => field ?? []; init; }

    /// <summary>Gets ids or names of tags; a thread is listed when its contact has any of them. Empty by default: tags do not matter.</summary>
    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    /// <summary>Gets ids or names of statuses; a thread is listed when its contact has one of them. Empty by default: statuses do not matter.</summary>
    public IReadOnlyList<string> Statuses { get => field ?? []; init; }

    /// <summary>Gets ids of members; a thread is listed when it belongs to one of them. Empty by default: members do not matter. It excludes
    /// <see cref="Unassigned"/>.</summary>
    public IReadOnlyList<string> AssigneeIds { get => field ?? []; init; }

    /// <summary>Gets whether to list only threads that belong to nobody. <see langword="false"/> by default; it excludes <see cref="AssigneeIds"/>.</summary>
    public bool Unassigned { get; init; }

    /// <summary>Gets ids of campaigns; a thread is listed when one of them wrote into it. Empty by default: campaigns do not matter. What a campaign sends is archived:
    /// list <see cref="ThreadFolder.Archived"/> or <see cref="ThreadFolder.All"/>.</summary>
    public IReadOnlyList<string> CampaignIds { get => field ?? []; init; }

    /// <summary>Gets what to search for in display names, usernames and the previews of the last activity; not empty. <see langword="null"/> by default: nothing.</summary>
    public string? Search { get; init; }

    /// <summary>Gets whether the oldest activity comes first; by default the newest does.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>Gets what the threads hold beside ids; nothing by default.</summary>
    public ContactThreadExpand Expand { get; init; }

    /// <summary>Gets how many threads one request asks for, 1 to 100. By default 100, the most the API gives.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 to 100.</exception>
    public int PageSize
    {
        get;
        init => field = Paging.PageSize.Validate(value, nameof(PageSize));
    } = Paging.PageSize.Maximum;

    internal QueryParameters Filters()
    {
        if (Unassigned && AssigneeIds.Count > 0)
            throw new ArgumentException("The query asks for threads of nobody and for threads of members. Set either Unassigned or AssigneeIds.", "query");
        if (Search is not null && string.IsNullOrWhiteSpace(Search))
            throw new ArgumentException("Search is empty. Leave it null to search for nothing.", "query");
        return new QueryParameters()
            .AddEach("accountLinkId", FilterValues.Of(AccountLinkIds, nameof(AccountLinkIds)))
            .AddEach("platform", FilterValues.Of(Platforms.Select(platform => platform.ToV2()), nameof(Platforms)))
            .AddEach("contactId", FilterValues.Of(ContactIds, nameof(ContactIds)))
            .Add("folder", Folder == default ? null : Folder.ToString())
            .AddEach("tag", FilterValues.Of(Tags, nameof(Tags)))
            .AddEach("status", FilterValues.Of(Statuses, nameof(Statuses)))
            .AddEach("assigneeId", FilterValues.Of(AssigneeIds, nameof(AssigneeIds)))
            .Add("unassigned", Unassigned ? "true" : null)
            .AddEach("campaignId", FilterValues.Of(CampaignIds, nameof(CampaignIds)))
            .Add("q", Search)
            .Add("order", OldestFirst ? "asc" : null)
            .Expand(Expand);
    }
}
