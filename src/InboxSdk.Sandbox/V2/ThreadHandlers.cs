using InboxSdk.Sandbox.Http;
using InboxSdk.V2;

namespace InboxSdk.Sandbox.V2;

/// <summary>Handles <c>/threads</c>.</summary>
internal sealed class ThreadHandlers(SandboxState state)
{
    private static readonly TimeSpan TypingInterval = TimeSpan.FromSeconds(2.5);

    private readonly Dictionary<string, DateTimeOffset> _typedAt = [];

    public ApiResponse List(V2Call call)
    {
        var (filter, expand) = (new ThreadFilter(state, call.Query), call.Query.Expand(ThreadJson.Expansions));
        var oldestFirst = call.Query.OneOf("order", "desc", "asc") == "asc";
        var rest = filter.Candidates(Cursor.Read(call), oldestFirst).Where(filter.Matches);
        return Pages.After(call, rest, entry => (entry.Value.LastMessageAt, entry.Value.Id), (json, entry) => json.WriteThread(entry, state, expand));
    }

    public ApiResponse Get(V2Call call)
    {
        var (entry, expand) = (Find(call), call.Query.Expand(ThreadJson.Expansions));
        return ApiResponse.Value(200, json => json.WriteThread(entry, state, expand));
    }

    public ApiResponse Update(V2Call call)
    {
        var (entry, body) = (Find(call), call.ReadBody("archived", "unread", "assigneeId", "typingIndicators"));
        var thread = entry.Value;
        if (body.Has("archived"))
            thread = thread with { IsDone = body.Flag("archived") };
        if (body.Has("unread"))
            thread = thread with { IsUnread = body.Flag("unread") };
        if (body.Has("assigneeId"))
            thread = thread with { AssigneeId = state.AssigneeIn(body) };
        if (body.Has("typingIndicators"))
            thread = thread with { TypingIndicators = TypingIndicators(body) };
        if (thread != entry.Value)
            state.Update(thread with { UpdatedAt = state.Now });
        return ApiResponse.Value(200, json => json.WriteThread(entry, state));
    }

    public ApiResponse Delete(V2Call call)
    {
        var thread = Find(call).Value;
        var link = state.FindAccountLink(thread.AccountLinkId)!;
        var remote = PlatformFeatures.Of(link.Platform).Capabilities.Contains("thread:delete:remote");
        // If the platform cannot delete threads, the account need not be connected.
        if (remote && link.Status != AccountLinkStatus.Active)
            throw V2Error.Disconnected(link);
        state.RemoveThread(thread.Id);
        return ApiResponse.Ok(json => json.WriteString("scope"u8, remote ? "remoteAndLocal" : "local"));
    }

    public ApiResponse SendTyping(V2Call call)
    {
        var thread = Find(call).Value;
        if (!PlatformFeatures.Of(state.FindAccountLink(thread.AccountLinkId)!.Platform).Capabilities.Contains("thread:typing:send"))
            throw V2Error.NotSupported("thread:typing:send");
        if (thread.TypingIndicators == "disabled")
            return Typing("skipped", "disabled");
        if (_typedAt.TryGetValue(thread.Id, out var last) && state.Now < last + TypingInterval)
            return Typing("skipped", "rateLimited");

        _typedAt[thread.Id] = state.Now;
        state.EventLog.Add("thread.typing", thread.Id);
        return Typing("sent", null);
    }

    private ThreadEntry Find(V2Call call) => state.FindEntry(call.Id) ?? throw V2Error.NotFound("thread", call.Id);

    private static string TypingIndicators(V2Body body) =>
        body.Text("typingIndicators") is ("enabled" or "disabled" or "teamDefault") and var value
            ? value
            : throw body.Invalid("typingIndicators", "Must be enabled, disabled or teamDefault.");

    private static ApiResponse Typing(string status, string? reason) => ApiResponse.Object(202, json =>
    {
        json.WriteString("status"u8, status);
        json.WriteString("reason"u8, reason);
    });
}
