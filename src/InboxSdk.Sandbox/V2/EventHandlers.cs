using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Handles <c>/events</c>.</summary>
internal sealed class EventHandlers(SandboxState state)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1_000;

    private static readonly string[] Types =
    [
        "thread.created", "thread.deleted", "thread.assigned", "thread.unassigned", "thread.archived", "thread.unarchived", "thread.typing", "message.sent",
        "message.received", "message.edited", "message.deleted", "message.reactionAdded", "message.reactionRemoved", "contact.statusChanged",
        "contact.tagsChanged", "contact.notesChanged", "contact.valuationChanged", "contact.assigneeChanged", "tag.created", "tag.updated", "tag.deleted",
        "status.created", "status.updated", "status.deleted", "campaign.created", "campaign.started", "campaign.paused", "campaign.resumed",
        "campaign.completed", "target.contacted", "target.followUpSent", "target.replied",
    ];

    public ApiResponse List(V2Call call)
    {
        var types = call.Query.All("type");
        if (types.FirstOrDefault(type => !Types.Contains(type)) is { } unknown)
            throw V2Error.Invalid("type", $"There is no type '{unknown}'.");

        // The limit applies before the type filter, so a filtered page is shorter.
        var limit = (int)(call.Query.Number("limit", 1, MaxLimit) ?? DefaultLimit);
        var (events, hasMore) = state.EventLog.After(call.Query.Number("afterSeq", 0, long.MaxValue) ?? 0, limit);
        return ApiResponse.Ok(json =>
        {
            json.WriteArray("data", events.Where(each => types.Count == 0 || types.Contains(each.Type.ToString())), json.WriteEvent);
            json.WriteNumberOrNull("lastSeq", events.Count == 0 ? null : events[^1].Seq);
            json.WriteBoolean("hasMore"u8, hasMore);
        });
    }
}
