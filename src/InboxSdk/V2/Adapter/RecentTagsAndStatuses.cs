namespace InboxSdk.V2;

/// <summary>The tags and statuses of recent responses, by id. A contact without its tags and status expanded can be completed with them instead of a request. All views of a client
/// share it. Thread-safe.</summary>
internal sealed class RecentTagsAndStatuses(TimeSpan duration, TimeProvider timeProvider)
{
    private const int Capacity = 10_000;

    private readonly object _lock = new();
    private readonly Dictionary<string, (ContactTag Tag, long SeenAt)> _tags = [];
    private readonly Dictionary<string, (ContactStatus Status, long SeenAt)> _statuses = [];

    /// <summary>Keeps the expanded tags and status of a contact.</summary>
    public void Add(Contact contact)
    {
        for (var i = 0; i < contact.Tags?.Count; i++)
            Add(contact.Tags[i]);
        if (contact.Status is { } status)
            Add(status);
    }

    /// <summary>Keeps a tag, and returns it.</summary>
    public ContactTag Add(ContactTag tag)
    {
        lock (_lock)
            Set(_tags, tag.Id, (tag, timeProvider.GetTimestamp()));
        return tag;
    }

    /// <summary>Keeps a status, and returns it.</summary>
    public ContactStatus Add(ContactStatus status)
    {
        lock (_lock)
            Set(_statuses, status.Id, (status, timeProvider.GetTimestamp()));
        return status;
    }

    /// <summary>Determines whether a text is the id of a tag of an earlier response, of any age: an id does not become a name.</summary>
    public bool IsTagId(string id)
    {
        lock (_lock)
            return _tags.ContainsKey(id);
    }

    public ContactTag? FindTag(string id)
    {
        lock (_lock)
            return _tags.TryGetValue(id, out var known) && !IsOld(known.SeenAt) ? known.Tag : null;
    }

    public ContactStatus? FindStatus(string id)
    {
        lock (_lock)
            return _statuses.TryGetValue(id, out var known) && !IsOld(known.SeenAt) ? known.Status : null;
    }

    /// <summary>Expands the tags and the status of a contact.</summary>
    /// <returns>The contact, or null if a tag or the status is not known.</returns>
    public Contact? Expand(Contact contact)
    {
        if (contact.StatusId is null && contact.TagIds.Count == 0)
            return contact with { Tags = [], Status = null };
        var tags = contact.TagIds.Select(FindTag).OfType<ContactTag>().ToList();
        var status = contact.StatusId is null ? null : FindStatus(contact.StatusId);
        return tags.Count == contact.TagIds.Count && status?.Id == contact.StatusId ? contact with { Tags = tags, Status = status } : null;
    }

    /// <summary>Forgets all, because a tag was changed.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _tags.Clear();
            _statuses.Clear();
        }
    }

    private bool IsOld(long seenAt) => timeProvider.GetElapsedTime(seenAt) >= duration;

    private static void Set<T>(Dictionary<string, T> items, string id, T item)
    {
        // Never reached by a team's own tags; bounds what a server can make the client keep.
        if (items.Count >= Capacity)
            items.Clear();
        items[id] = item;
    }
}
