namespace InboxSdk.V2;

/// <summary>Knows the names behind the ids of tags and statuses, which threads do not give with their contacts. It asks for them once, and again for an id
/// that is new.</summary>
internal sealed class FacadeLabels(IInboxV2Client inbox)
{
    private Dictionary<string, ContactTag> _tags = [];
    private Dictionary<string, ContactStatus> _statuses = [];

    /// <summary>Fills in the tags and the status of each contact, so that they are whole.</summary>
    public async ValueTask<IReadOnlyList<Contact>> CompleteAsync(IReadOnlyList<Contact> contacts, CancellationToken cancellationToken)
    {
        if (contacts.SelectMany(contact => contact.TagIds).Any(id => !_tags.ContainsKey(id)))
            _tags = (await inbox.Tags.ListAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(tag => tag.Id);
        if (contacts.Any(contact => contact.StatusId is { } id && !_statuses.ContainsKey(id)))
            _statuses = (await inbox.Statuses.ListAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(status => status.Id);
        return [.. contacts.Select(Complete)];
    }

    // What was deleted since the page was made still has its id.
    private Contact Complete(Contact contact) => contact with
    {
        Tags = [.. contact.TagIds.Select(id => _tags.GetValueOrDefault(id) ?? new() { Id = id })],
        Status = contact.StatusId is { } statusId ? _statuses.GetValueOrDefault(statusId) ?? new() { Id = statusId } : null,
    };
}
