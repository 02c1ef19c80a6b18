namespace InboxSdk.V2;

/// <summary>Resolves the tag and status ids of contacts in threads. It lists those that no recent response contained once, and again for an unknown id.</summary>
internal sealed class TagAndStatusCache(IInboxV2Client inbox, RecentTagsAndStatuses recent)
{
    private readonly Dictionary<string, Tag> _tags = [];
    private readonly Dictionary<string, Status> _statuses = [];

    /// <summary>Ensures that the tags and statuses of the contacts are known.</summary>
    public async ValueTask LoadAsync(IEnumerable<Contact> contacts, CancellationToken cancellationToken)
    {
        var tagIds = contacts.SelectMany(contact => contact.TagIds);
        if (tagIds.Any(id => !IsKnown(_tags, id, recent.FindTag, FacadeModels.ToTag)))
        {
            await foreach (var tag in inbox.Tags.ListAsync(cancellationToken).ConfigureAwait(false))
                _tags[tag.Id] = recent.Add(tag).ToTag();
            // A tag deleted since the page was created still has its id, which is not looked up again.
            foreach (var id in tagIds)
                _tags.TryAdd(id, new() { Id = id });
        }

        var statusIds = contacts.Select(contact => contact.StatusId).OfType<string>();
        if (statusIds.Any(id => !IsKnown(_statuses, id, recent.FindStatus, FacadeModels.ToStatus)))
        {
            await foreach (var status in inbox.Statuses.ListAsync(cancellationToken).ConfigureAwait(false))
                _statuses[status.Id] = recent.Add(status).ToStatus();
            foreach (var id in statusIds)
                _statuses.TryAdd(id, new() { Id = id });
        }
    }

    public IReadOnlyList<Tag> TagsOf(Contact contact) => contact.TagIds.Count == 0 ? [] : [.. contact.TagIds.Select(id => _tags[id])];

    public Status? StatusOf(Contact contact) => contact.StatusId is { } id ? _statuses[id] : null;

    private static bool IsKnown<TSource, T>(Dictionary<string, T> items, string id, Func<string, TSource?> findRecent, Func<TSource, T> convert)
        where TSource : class
    {
        if (items.ContainsKey(id))
            return true;
        if (findRecent(id) is not { } found)
            return false;
        items[id] = convert(found);
        return true;
    }
}
