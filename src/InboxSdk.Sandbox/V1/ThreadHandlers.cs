using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>Answers <c>/threads</c>.</summary>
internal sealed class ThreadHandlers(SandboxState state)
{
    public Reply List(ApiCall call)
    {
        var query = ThreadQuery.Parse(call.Query);
        // One more than asked for tells whether there is a next page.
        var found = state.ThreadsAfter(query.After).Where(query.Matches).Take(query.Limit + 1).ToList();
        var page = found.Take(query.Limit).ToList();

        return Reply.Ok(json =>
        {
            json.WriteStartArray("threads"u8);
            foreach (var (thread, prospect) in page)
                json.WriteThread(thread, prospect, state);
            json.WriteEndArray();

            if (found.Count > page.Count)
                ThreadCursor.Write(json, "nextCursor", page[^1].Thread);
            else
                json.WriteNull("nextCursor"u8);
        });
    }

    public Reply Lookup(ApiCall call) =>
        Answer(state.FindThread(call.Query.Required("prospectPlatformId"), call.Query.Required("accountLinkId")));

    public Reply Get(ApiCall call) => Answer(Find(call.Id));

    public Reply Update(ApiCall call)
    {
        var (thread, body) = (Find(call.Id), call.ReadBody());
        if (body.Has("done"))
            thread = thread with { Done = body.Boolean("done") };
        if (body.Has("assignedToMemberId"))
            thread = thread with { AssignedToMemberId = state.CheckedAssignee(body) };
        return Answer(state.Update(thread with { UpdatedAt = state.Now }));
    }

    private SandboxThread Find(string id) =>
        state.FindThread(id) is { } thread && thread.Id == id ? thread : throw ApiError.NotFound("THREAD_NOT_FOUND", $"There is no thread '{id}'.");

    private Reply Answer(SandboxThread? thread) => Reply.Ok(json =>
    {
        json.WritePropertyName("thread"u8);
        if (thread is null)
            json.WriteNullValue();
        else
            json.WriteThread(thread, state.FindProspect(thread.ProspectId)!, state);
    });
}
