namespace InboxSdk.V2;

/// <summary>Knows the tags and statuses behind the ids that threads give with their contacts. It asks for them once, and again for an id that is new.</summary>
internal sealed class FacadeLabels(IInboxV2Client inbox)
{
    private readonly Dictionary<string, Tag> _tags = [];
    private readonly Dictionary<string, Status> _statuses = [];

    /// <summary>Gets to know what the contacts have.</summary>
    public async ValueTask LearnAsync(IEnumerable<Contact> contacts, CancellationToken cancellationToken)
    {
        var tagIds = contacts.SelectMany(contact => contact.TagIds);
        if (tagIds.Any(id => !_tags.ContainsKey(id)))
        {
            await foreach (var tag in inbox.Tags.ListAsync(cancellationToken).ConfigureAwait(false))
                _tags[tag.Id] = tag.ToTag();
            // What was deleted since the page was made still has its id, and is not asked for again.
            foreach (var id in tagIds)
                _tags.TryAdd(id, new() { Id = id });
        }

        var statusIds = contacts.Select(contact => contact.StatusId).OfType<string>();
        if (statusIds.Any(id => !_statuses.ContainsKey(id)))
        {
            await foreach (var status in inbox.Statuses.ListAsync(cancellationToken).ConfigureAwait(false))
                _statuses[status.Id] = status.ToStatus();
            foreach (var id in statusIds)
                _statuses.TryAdd(id, new() { Id = id });
        }
    }

    public IReadOnlyList<Tag> TagsOf(Contact contact) => contact.TagIds.Count == 0 ? [] : [.. contact.TagIds.Select(id => _tags[id])];

    public Status? StatusOf(Contact contact) => contact.StatusId is { } id ? _statuses[id] : null;
}
