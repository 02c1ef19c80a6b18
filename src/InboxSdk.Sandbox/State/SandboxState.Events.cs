namespace InboxSdk.Sandbox;

public sealed partial class SandboxState
{
    /// <summary>Gets a snapshot of the events since the start, oldest first: at most 25,000, and none older than 7 days.</summary>
    /// <remarks>Every change is an event, whether made with v1, with v2 or with a method of this class. A change that is a consequence of another is not: removing
    /// a tag removes it from prospects without an event.</remarks>
    public IReadOnlyList<SandboxEvent> Events => Locked(EventLog.Snapshot);

    internal EventLog EventLog { get; }

    private void RecordChange(SandboxProspect before, SandboxProspect after)
    {
        if (before.StatusId != after.StatusId)
            EventLog.Add("contact.statusChanged", after.Id, json => json.WriteString("statusId"u8, after.StatusId));
        if (!before.TagIds.SequenceEqual(after.TagIds))
        {
            EventLog.Add("contact.tagsChanged", after.Id, json =>
            {
                json.WriteStartArray("tagIds"u8);
                foreach (var id in after.TagIds)
                    json.WriteStringValue(id);
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

        if (before.AssigneeId != after.AssigneeId)
            EventLog.Add("contact.assigneeChanged", after.Id, json => json.WriteString("assigneeId"u8, after.AssigneeId));
    }

    private void RecordChange(SandboxThread before, SandboxThread after, SandboxProspect prospect)
    {
        if (before.IsDone != after.IsDone)
            EventLog.Add(after.IsDone ? "thread.archived" : "thread.unarchived", after.Id);
        if (before.AssigneeId != after.AssigneeId)
        {
            // The new assignee: the member of the thread, or else that of the contact.
            var assignee = after.AssigneeId ?? prospect.AssigneeId;
            var type = after.AssigneeId is null ? "thread.unassigned" : "thread.assigned";
            EventLog.Add(type, after.Id, json => json.WriteString("assigneeId"u8, assignee));
        }
    }
}
