using System.Text.Json;
using InboxSdk.V2;

namespace InboxSdk.Webhooks;

/// <summary>The types of v2 that correspond to those of the other formats.</summary>
internal static class WebhookTypes
{
    // The types of v1 that v2 has under the same name.
    private static readonly HashSet<string> Kept =
    [
        "thread.created", "thread.deleted", "thread.assigned", "thread.unassigned", "thread.archived", "thread.unarchived", "thread.typing",
        "message.edited", "message.deleted", "message.reactionAdded", "message.reactionRemoved",
        "tag.created", "tag.updated", "tag.deleted", "status.created", "status.updated", "status.deleted",
        "campaign.created", "campaign.started", "campaign.paused", "campaign.resumed", "campaign.completed",
        "target.contacted", "target.followUpSent", "target.replied",
    ];

    /// <summary>Returns the type of v2, or the default if there is none.</summary>
    public static InboxEventType Successor(WebhookFormat format, string type, JsonElement root) => (format, type) switch
    {
        (WebhookFormat.Legacy, "targetContacted") => InboxEventType.TargetContacted,
        (WebhookFormat.Legacy, "targetFollowUpSent") => InboxEventType.TargetFollowUpSent,
        (WebhookFormat.Legacy, "targetReplied") => InboxEventType.TargetReplied,
        (WebhookFormat.V1, "prospect.statusChanged") => InboxEventType.ContactStatusChanged,
        (WebhookFormat.V1, "prospect.tagsChanged") => InboxEventType.ContactTagsChanged,
        (WebhookFormat.V1, "prospect.notesChanged") => InboxEventType.ContactNotesChanged,
        (WebhookFormat.V1, "prospect.valuationChanged") => InboxEventType.ContactValuationChanged,
        (WebhookFormat.V1, "prospect.assigneeChanged") => InboxEventType.ContactAssigneeChanged,
        (WebhookFormat.V1, "message.created") => Created(root),
        (WebhookFormat.V1 or WebhookFormat.Unknown, _) when Kept.Contains(type) => type,
        _ => default,
    };

    // v1 has one type for both directions. The author of an outbound message is the team's account.
    private static InboxEventType Created(JsonElement root)
    {
        if (!root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("accountLink", out var account))
            return default;
        return (WebhookReader.Text(data, "authorId"), WebhookReader.Text(account, "id")) switch
        {
            ({ } author, { } link) => author == link ? InboxEventType.MessageSent : InboxEventType.MessageReceived,
            _ => default,
        };
    }
}
