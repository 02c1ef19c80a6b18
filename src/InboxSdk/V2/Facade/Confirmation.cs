namespace InboxSdk.V2;

/// <summary>Compares what came back with what was written. Only ids and flags are: the server may tidy up texts and amounts.</summary>
internal static class Confirmation
{
    /// <exception cref="InboxUpdateUnconfirmedException">The thread is not archived as it should be.</exception>
    public static ContactThread Confirm(this ContactThread thread, bool archived) => thread.Archived == archived ? thread : throw Missing("the thread", ["whether it is archived"]);

    /// <exception cref="InboxUpdateUnconfirmedException">It is another tag.</exception>
    public static ContactTag Confirm(this ContactTag tag, string id) => tag.Id == id ? tag : throw Missing("the tag", ["its id"]);

    /// <exception cref="InboxUpdateUnconfirmedException">The contact lacks something of the update.</exception>
    public static Contact Confirm(this Contact contact, ProspectContextUpdate update, IEnumerable<string> added, IEnumerable<string> removed)
    {
        List<string> missing = [];
        if (added.Except(contact.TagIds).Any() || removed.Intersect(contact.TagIds).Any())
            missing.Add("its tags");
        if (update.StatusId.HasValue && update.StatusId.Value != contact.StatusId)
            missing.Add("its status");
        if (update.AssignedToMemberId.HasValue && update.AssignedToMemberId.Value != contact.AssigneeId)
            missing.Add("its assignee");
        return missing.Count == 0 ? contact : throw Missing("the contact", missing);
    }

    private static InboxUpdateUnconfirmedException Missing(string what, IEnumerable<string> missing) => new(
        $"The update was accepted, but {what} that came back does not show it: {string.Join(", ", missing)}. Another writer was faster, or an intermediary accepted it in Inbox's place. "
        + "Read it again, and make the update again if it still holds.")
    {
        Attempts = 1,
    };
}
