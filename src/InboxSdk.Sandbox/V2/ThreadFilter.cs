namespace InboxSdk.Sandbox.V2;

/// <summary>The filters of a list of threads; all of them must match.</summary>
internal sealed class ThreadFilter
{
    private readonly SandboxState _state;
    private readonly Func<SandboxThread, bool> _folder;
    private readonly HashSet<string>? _links;
    private readonly HashSet<string>? _platforms;
    private readonly HashSet<ProspectEntry>? _contacts;
    private readonly HashSet<string>? _tags;
    private readonly HashSet<string>? _statuses;
    private readonly HashSet<string>? _assignees;
    private readonly bool _unassigned;
    private readonly HashSet<string>? _campaigns;
    private readonly string? _text;

    public ThreadFilter(SandboxState state, V2Query query)
    {
        _state = state;
        _folder = Folder(query.OneOf("folder", "inbox", "noReply", "requests", "archived", "all"));
        _links = Known(query.Ids("accountLinkId"), id => state.FindAccountLink(id)?.Id);
        _contacts = Known(query.Ids("contactId"), state.FindProspectEntry);
        _assignees = Known(query.Ids("assigneeId"), id => state.FindMember(id)?.Id);
        _campaigns = Known(query.Ids("campaignId"), id => id);
        _platforms = Known(query.All("platform", mayBeEmpty: true), PlatformFeatures.Require);
        _tags = Known(query.All("tag", mayBeEmpty: true), reference => state.FindTagByRef(reference)?.Id);
        _statuses = Known(query.All("status", mayBeEmpty: true), reference => state.FindStatusByRef(reference)?.Id);
        _text = query.Text("q");
        var unassigned = query.Flag("unassigned");
        if (unassigned is not null && _assignees is not null)
            throw V2Error.Invalid("unassigned", "Cannot be combined with assigneeId.");
        _unassigned = unassigned ?? false;
    }

    /// <summary>The threads to filter, in order: those of the requested contacts, which are few, or else all.</summary>
    public IEnumerable<ThreadEntry> Candidates((DateTimeOffset At, string Id)? position, bool oldestFirst) =>
        _contacts is null ? _state.EntriesAfter(position, oldestFirst) : SandboxState.EntriesOf(_contacts, position, oldestFirst);

    public bool Matches(ThreadEntry entry)
    {
        var (thread, prospect) = (entry.Value, entry.Prospect.Value);
        return _folder(thread)
            && _links?.Contains(thread.AccountLinkId) != false
            && (_platforms is null || _platforms.Contains(PlatformName.InV2(_state.FindAccountLink(thread.AccountLinkId)!.Platform)))
            && (_tags is null || prospect.TagIds.Any(_tags.Contains))
            && (_statuses is null || (prospect.StatusId is { } status && _statuses.Contains(status)))
            && IsAssigned(thread.AssigneeId ?? prospect.AssigneeId)
            && (_campaigns is null || _state.MessagesOf(entry).Any(message => message.SentBy is { Type: "campaign" } by && _campaigns.Contains(by.Id)))
            && (_text is null || TextsOf(entry).Any(text => text?.Contains(_text, StringComparison.OrdinalIgnoreCase) == true));
    }

    private bool IsAssigned(string? memberId) =>
        (!_unassigned || memberId is null) && (_assignees is null || (memberId is not null && _assignees.Contains(memberId)));

    private IEnumerable<string?> TextsOf(ThreadEntry entry)
    {
        var profile = Profile.Of(entry.Value, entry.Prospect.Value, _state.FindAccountLink(entry.Value.AccountLinkId)!);
        return [profile.DisplayName, profile.Username, _state.LastMessageOf(entry)?.Content];
    }

    /// <summary>The items that the values of a filter refer to, or null without any values. An unknown reference matches nothing and is not an error.</summary>
    private static HashSet<T>? Known<T>(IReadOnlyList<string> values, Func<string, T?> find)
        where T : class => values.Count == 0 ? null : [.. values.Select(find).OfType<T>()];

    private static Func<SandboxThread, bool> Folder(string? folder) => folder switch
    {
        "all" => _ => true,
        "archived" => thread => thread.IsDone,
        "requests" => thread => !thread.IsDone && thread.IsRequest,
        "noReply" => thread => !thread.IsDone && !thread.IsRequest && !thread.TeamWroteLast,
        _ => thread => !thread.IsDone && !thread.IsRequest,
    };
}
