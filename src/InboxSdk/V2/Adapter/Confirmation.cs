namespace InboxSdk.V2;

/// <summary>Compares the returned resource with the update. Only ids and flags are compared, because the server can normalize text and numbers.</summary>
internal static class Confirmation
{
    /// <exception cref="InboxUpdateUnconfirmedException">The archived state differs.</exception>
    public static ContactThread Confirm(this ContactThread thread, bool archived) => thread.IsArchived == archived ? thread : throw Missing("thread", ["archived state"]);

    /// <exception cref="InboxUpdateUnconfirmedException">It is another tag.</exception>
    public static ContactTag Confirm(this ContactTag tag, string id) => tag.Id == id ? tag : throw Missing("tag", ["id"]);

    /// <exception cref="InboxUpdateUnconfirmedException">The contact does not reflect the update.</exception>
    public static Contact Confirm(this Contact contact, ProspectUpdate update, IEnumerable<string> added, IEnumerable<string> removed)
    {
        // v2 accepts a name in place of an id, and a name of lower-case letters looks like one.
        if (added.Except(contact.TagIds).FirstOrDefault(id => contact.Tags?.Any(tag => IsName(id, tag.Name)) == true) is { } tagName)
            throw Named("tag", tagName, nameof(ITagsClient));
        if (update.StatusId is { HasValue: true, Value: { } status } && status != contact.StatusId && IsName(status, contact.Status?.Name))
            throw Named("status", status, nameof(IStatusesClient));

        List<string> missing = [];
        if (added.Except(contact.TagIds).Any() || removed.Intersect(contact.TagIds).Any())
            missing.Add("tags");
        if (update.StatusId.HasValue && update.StatusId.Value != contact.StatusId)
            missing.Add("status");
        if (update.AssigneeId.HasValue && update.AssigneeId.Value != contact.AssigneeId)
            missing.Add("assignee");
        return missing.Count == 0 ? contact : throw Missing("contact", missing);
    }

    private static bool IsName(string id, string? name) => string.Equals(id, name, StringComparison.OrdinalIgnoreCase);

    private static InboxUpdateUnconfirmedException Named(string what, string name, string client) => new(
        $"'{name}' is the name of a {what}, not its id. The API accepts both, so the update was applied. Use the id that {client}.FindByNameAsync returns.")
    {
        AttemptCount = 1,
        IsTransient = false,
    };

    private static InboxUpdateUnconfirmedException Missing(string what, IEnumerable<string> missing) => new(
        $"The update was accepted, but the returned {what} does not reflect it: {string.Join(", ", missing)}. Another client changed it, or an intermediary responded instead of Inbox. "
        + "Read the resource, and repeat the update if it still applies.")
    {
        AttemptCount = 1,
    };
}
