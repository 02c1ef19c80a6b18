namespace InboxSdk.V2;

/// <summary>Knows the names behind the ids of tags and statuses, which threads do not give with their contacts. It asks for them once, and again for an id
/// that is new.</summary>
internal sealed class FacadeLabels(IInboxV2Client inbox)
{
    private readonly Dictionary<string, ContactTag> _tags = [];
    private readonly Dictionary<string, ContactStatus> _statuses = [];

    /// <summary>Fills in the tags and the status of each contact, so that they are whole.</summary>
    public async ValueTask<IReadOnlyList<Contact>> CompleteAsync(IReadOnlyList<Contact> contacts, CancellationToken cancellationToken)
    {
        var tagIds = contacts.SelectMany(contact => contact.TagIds);
        if (tagIds.Any(id => !_tags.ContainsKey(id)))
        {
            await foreach (var tag in inbox.Tags.ListAsync(cancellationToken).ConfigureAwait(false))
                _tags[tag.Id] = tag;
            // What was deleted since the page was made still has its id, and is not asked for again.
            foreach (var id in tagIds)
                _tags.TryAdd(id, new() { Id = id });
        }

        var statusIds = contacts.Select(contact => contact.StatusId).OfType<string>();
        if (statusIds.Any(id => !_statuses.ContainsKey(id)))
        {
            await foreach (var status in inbox.Statuses.ListAsync(cancellationToken).ConfigureAwait(false))
                _statuses[status.Id] = status;
            foreach (var id in statusIds)
                _statuses.TryAdd(id, new() { Id = id });
        }

        return [.. contacts.Select(Complete)];
    }

    private Contact Complete(Contact contact) => contact with
    {
        Tags = [.. contact.TagIds.Select(id => _tags[id])],
        Status = contact.StatusId is { } statusId ? _statuses[statusId] : null,
    };
}
