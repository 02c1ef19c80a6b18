namespace InboxSdk.Sandbox;

public sealed partial class SandboxState
{
    /// <summary>Gets a snapshot of the events since the start, oldest first: at most 25,000, and none older than 7 days.</summary>
    /// <remarks>Every change is one, whether it came by v1, by v2 or by a method of this class. What goes with a change is not an event of its own: a tag
    /// that is removed leaves its prospects silently.</remarks>
    public IReadOnlyList<SandboxEvent> Events => Locked(EventLog.Snapshot);

    internal EventLog EventLog { get; }

    private void Tell(SandboxProspect before, SandboxProspect after)
    {
        if (before.StatusId != after.StatusId)
            EventLog.Add("contact.statusChanged", after.Id, json => json.WriteString("statusId"u8, SpelledOrNull(after.StatusId)));
        if (!before.TagIds.SequenceEqual(after.TagIds))
        {
            EventLog.Add("contact.tagsChanged", after.Id, json =>
            {
                json.WriteStartArray("tagIds"u8);
                foreach (var id in after.TagIds)
                    json.WriteStringValue(V2Id.Of(id));
                json.WriteEndArray();
            });
        }

        if (before.Notes != after.Notes)
            EventLog.Add("contact.notesChanged", after.Id, json => json.WriteString("notes"u8, after.Notes));
        if (before.Valuation != after.Valuation)
        {
            EventLog.Add("contact.valuationChanged", after.Id, json =>
            {
                json.WritePropertyName("valuation"u8);
                if (after.Valuation is { } valuation)
                    json.WriteNumberValue(valuation);
                else
                    json.WriteNullValue();
            });
        }

        if (before.AssignedToMemberId != after.AssignedToMemberId)
            EventLog.Add("contact.assigneeChanged", after.Id, json => json.WriteString("assigneeId"u8, SpelledOrNull(after.AssignedToMemberId)));
    }

    private void Tell(SandboxThread before, SandboxThread after, SandboxProspect prospect)
    {
        if (before.Done != after.Done)
            EventLog.Add(after.Done ? "thread.archived" : "thread.unarchived", after.Id);
        if (before.AssignedToMemberId != after.AssignedToMemberId)
        {
            // Who looks after it from now on: without a member of its own, the contact's.
            var assignee = SpelledOrNull(after.AssignedToMemberId ?? prospect.AssignedToMemberId);
            var type = after.AssignedToMemberId is null ? "thread.unassigned" : "thread.assigned";
            EventLog.Add(type, after.Id, json => json.WriteString("assigneeId"u8, assignee));
        }
    }

    private static string? SpelledOrNull(string? id) => id is null ? null : V2Id.Of(id);
}
