using System.Globalization;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>The filters and paging parameters of a list of threads.</summary>
internal sealed class ThreadQuery
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 100;

    private Func<SandboxThread, bool> _view = _ => true;
    private string? _accountLinkId;
    private string[] _tagIds = [];
    private bool _noTags;

    public int Limit { get; private init; }

    public (DateTimeOffset At, string Id)? After { get; private init; }

    public static ThreadQuery Parse(QueryReader query)
    {
        var (tagIds, noTags) = (query.Indexed("filter[tagIds]"), query.Flag("filter[noTags]"));
        if (noTags && tagIds.Length > 0)
            throw ApiError.BadRequest("filter[tagIds] and filter[noTags] are mutually exclusive.");

        return new ThreadQuery
        {
            Limit = ParseLimit(query.Optional("limit")),
            After = ThreadCursor.Parse(query),
            _view = ParseView(query.Optional("inboxView")),
            _accountLinkId = query.Optional("accountLinkId") is { } id ? V2Id.Of(id) : null,
            _tagIds = Array.ConvertAll(tagIds, V2Id.Of),
            _noTags = noTags,
        };
    }

    public bool Matches((SandboxThread Thread, SandboxProspect Prospect) item) =>
        _view(item.Thread)
        && (_accountLinkId is null || item.Thread.AccountLinkId == _accountLinkId)
        && (!_noTags || item.Prospect.TagIds.Count == 0)
        && (_tagIds.Length == 0 || item.Prospect.TagIds.Any(id => _tagIds.Contains(id)));

    private static int ParseLimit(string? limit)
    {
        if (limit is null)
            return DefaultLimit;
        return int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaxLimit
            ? number
            : throw ApiError.BadRequest($"limit must be a whole number from 1 to {MaxLimit}, not '{limit}'.");
    }

    private static Func<SandboxThread, bool> ParseView(string? view) => view switch
    {
        null => _ => true,
        "archived" => thread => thread.IsDone,
        "requests" => thread => !thread.IsDone && thread.IsRequest,
        "default" => thread => !thread.IsDone && !thread.IsRequest,
        "no-reply" => thread => !thread.IsDone && !thread.IsRequest && thread.TeamWroteLast,
        _ => throw ApiError.BadRequest($"inboxView must be default, no-reply, requests or archived, not '{view}'."),
    };
}
