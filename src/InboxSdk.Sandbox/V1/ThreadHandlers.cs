using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>Handles <c>/threads</c>.</summary>
internal sealed class ThreadHandlers(SandboxState state)
{
    public ApiResponse List(ApiCall call)
    {
        var query = ThreadQuery.Parse(call.Query);
        // One more than requested, to determine whether there is a next page.
        var found = state.ThreadsAfter(query.After).Where(query.Matches).Take(query.Limit + 1).ToList();
        var page = found.Take(query.Limit).ToList();

        return ApiResponse.Ok(json =>
        {
            json.WriteStartArray("threads"u8);
            foreach (var (thread, prospect) in page)
                json.WriteThread(thread, prospect, state);
            json.WriteEndArray();

            if (found.Count > page.Count)
                ThreadCursor.Write(json, "nextCursor", page[^1].Thread, state);
            else
                json.WriteNull("nextCursor"u8);
        });
    }

    public ApiResponse Lookup(ApiCall call) =>
        Respond(state.FindThread(call.Query.Required("prospectPlatformId"), call.Query.Required("accountLinkId")));

    public ApiResponse Get(ApiCall call) => Respond(Find(call.Id), call.Id);

    public ApiResponse Update(ApiCall call)
    {
        var (thread, body) = (Find(call.Id), call.ReadBody());
        if (body.Has("done"))
            thread = thread with { IsDone = body.Boolean("done") };
        if (body.Has("assignedToMemberId"))
            thread = thread with { AssigneeId = state.CheckedAssignee(body) };
        return Respond(state.Update(thread with { UpdatedAt = state.Now }), call.Id);
    }

    private SandboxThread Find(string id) =>
        state.FindThread(id) ?? throw ApiError.NotFound("THREAD_NOT_FOUND", $"There is no thread '{id}'.");

    private ApiResponse Respond(SandboxThread? thread, string? requestedId = null) => ApiResponse.Ok(json =>
    {
        json.WritePropertyName("thread"u8);
        if (thread is null)
            json.WriteNullValue();
        else
            json.WriteThread(thread, state.FindProspect(thread.ProspectId)!, state, requestedId);
    });
}
