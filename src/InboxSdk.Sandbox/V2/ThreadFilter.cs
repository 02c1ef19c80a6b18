namespace InboxSdk.Sandbox.V2;

/// <summary>The filters of a list of threads; all that are given hold.</summary>
internal sealed class ThreadFilter
{
    private readonly SandboxState _state;
    private readonly Func<SandboxThread, bool> _folder;
    private readonly IReadOnlyList<string> _links;
    private readonly IReadOnlyList<string> _platforms;
    private readonly IReadOnlyList<string> _contacts;
    private readonly HashSet<string>? _tags;
    private readonly HashSet<string>? _statuses;
    private readonly IReadOnlyList<string> _assignees;
    private readonly bool _unassigned;
    private readonly IReadOnlyList<string> _campaigns;
    private readonly string? _text;

    public ThreadFilter(SandboxState state, V2Query query)
    {
        _state = state;
        _folder = Folder(query.OneOf("folder", "inbox", "noReply", "requests", "archived", "all"));
        (_links, _contacts, _assignees, _campaigns) = (query.Ids("accountLinkId"), query.Ids("contactId"), query.Ids("assigneeId"), query.Ids("campaignId"));
        _platforms = [.. query.All("platform").Select(Platform.Require)];
        // A reference to nothing matches nothing; it is no error.
        _tags = query.All("tag") is { Count: > 0 } tags ? [.. tags.Select(state.FindTagByRef).OfType<SandboxTag>().Select(tag => tag.Id)] : null;
        _statuses = query.All("status") is { Count: > 0 } refs ? [.. refs.Select(state.FindStatusByRef).OfType<SandboxStatus>().Select(status => status.Id)] : null;
        _text = query.Text("q");
        var unassigned = query.Flag("unassigned");
        if (unassigned is not null && _assignees.Count > 0)
            throw V2Error.Invalid("unassigned", "Not together with assigneeId.");
        _unassigned = unassigned ?? false;
    }

    /// <summary>The threads of the one contact that is asked for, which are few; null when any thread can match.</summary>
    public ProspectEntry? OnlyContact => _contacts.Count == 1 ? _state.FindProspectEntry(_contacts[0]) : null;

    public bool Matches(ThreadEntry entry)
    {
        var (thread, prospect) = (entry.Value, entry.Prospect.Value);
        return _folder(thread)
            && (_contacts.Count == 0 || _contacts.Contains(V2Id.Of(thread.ProspectId)))
            && (_links.Count == 0 || _links.Contains(V2Id.Of(thread.AccountLinkId)))
            && (_platforms.Count == 0 || _platforms.Contains(PlatformName.InV2(_state.FindAccountLink(thread.AccountLinkId)!.Platform)))
            && (_tags is null || prospect.TagIds.Any(_tags.Contains))
            && (_statuses is null || (prospect.StatusId is { } status && _statuses.Contains(status)))
            && IsAssigned(thread.AssignedToMemberId ?? prospect.AssignedToMemberId)
            && (_campaigns.Count == 0 || _state.MessagesOf(entry).Any(message => message.SentBy is { Type: "campaign" } by && _campaigns.Contains(by.Id)))
            && (_text is null || TextsOf(entry).Any(text => text?.Contains(_text, StringComparison.OrdinalIgnoreCase) == true));
    }

    private bool IsAssigned(string? memberId) =>
        (!_unassigned || memberId is null) && (_assignees.Count == 0 || (memberId is not null && _assignees.Contains(V2Id.Of(memberId))));

    private IEnumerable<string?> TextsOf(ThreadEntry entry)
    {
        var prospect = entry.Prospect.Value;
        return [prospect.Name, prospect.PlatformUsername, _state.LastMessageOf(entry)?.Content];
    }

    private static Func<SandboxThread, bool> Folder(string? folder) => folder switch
    {
        "all" => _ => true,
        "archived" => thread => thread.Done,
        "requests" => thread => !thread.Done && thread.IsRequest,
        "noReply" => thread => !thread.Done && !thread.IsRequest && !thread.TeamWroteLast,
        _ => thread => !thread.Done && !thread.IsRequest,
    };
}
