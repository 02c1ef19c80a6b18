using System.Net;
using InboxSdk.Pipeline;

namespace InboxSdk.V2;

/// <summary>Applies an update of a contact's context, with as few requests as possible.</summary>
/// <remarks>Each request sets an absolute value, so after a failure the whole update can be repeated. Additions precede removals, so that a
/// failure in between leaves too much rather than too little.</remarks>
internal sealed class ContactContextUpdater(IInboxV2Client inbox, RecentTagsAndStatuses recent, string contactId, ProspectUpdate update)
{
    private bool _isAnyApplied;
    // The contact according to the responses so far; null if none described it.
    private Contact? _contact;
    private IReadOnlyList<string> _added = [];
    private IReadOnlyList<string> _removed = [];

    /// <summary>Sends the writes.</summary>
    /// <returns>Whether the contact is now done; null if the update does not set it.</returns>
    public Task<bool?> WriteAsync(CancellationToken cancellationToken) => MarkPartiallyAppliedAsync(async () =>
    {
        _contact = await WriteFieldsAsync(cancellationToken).ConfigureAwait(false);
        (_added, _removed) = TagChanges(_contact?.TagIds);
        foreach (var tagId in _added)
        {
            await UnknownReferenceErrors.TranslateAsync(() => inbox.Contacts.AddTagAsync(contactId, tagId, cancellationToken)).ConfigureAwait(false);
            _isAnyApplied = true;
        }

        foreach (var tagId in _removed)
            await RemoveTagAsync(tagId, cancellationToken).ConfigureAwait(false);
        if (_contact is not null)
            _contact = _contact with { TagIds = [.. _contact.TagIds.Except(_removed), .. _added] };
        return update.IsDone.HasValue ? await ArchiveAsync(update.IsDone.Value, cancellationToken).ConfigureAwait(false) : (bool?)null;
    });

    /// <summary>Returns the contact after the writes. It is read only if the responses did not describe it, or contain a tag or a status that is not known.</summary>
    /// <exception cref="InboxUpdateUnconfirmedException">The contact does not reflect the update.</exception>
    public Task<Contact> ReadAsync(CancellationToken cancellationToken) => MarkPartiallyAppliedAsync(async () =>
    {
        var contact = _contact is null ? null : recent.Expand(_contact);
        contact ??= await inbox.GetContactAsync(contactId, recent, cancellationToken).ConfigureAwait(false);
        return contact.Confirm(update, _added, _removed);
    });

    private async Task<T> MarkPartiallyAppliedAsync<T>(Func<Task<T>> requests)
    {
        try
        {
            return await requests().ConfigureAwait(false);
        }
        catch (InboxException exception) when (_isAnyApplied)
        {
            exception.MarkPartiallyApplied();
            throw;
        }
    }

    /// <summary>Writes the contact's own fields. Returns the contact if this, or the tags, took a request.</summary>
    private async Task<Contact?> WriteFieldsAsync(CancellationToken cancellationToken)
    {
        var fields = new ContactUpdate
        {
            Notes = update.Notes,
            Valuation = update.Valuation,
            StatusIdOrName = update.StatusId,
            AssigneeId = update.AssigneeId,
        };
        if (fields.IsEmpty)
            return update.TagIds is null ? null : await ReadTagsAsync(update.TagIds, cancellationToken).ConfigureAwait(false);

        // The response contains the ids of the tags, not their names.
        await CheckAreIdsAsync(update.TagIds ?? update.RemoveTagIds ?? [], cancellationToken).ConfigureAwait(false);
        var contact = await UnknownReferenceErrors.TranslateAsync(() => inbox.Contacts.UpdateAsync(contactId, fields, cancellationToken)).ConfigureAwait(false);
        _isAnyApplied = true;
        return contact;
    }

    /// <summary>Reads the contact: to replace its tags, the current ones are required.</summary>
    private async Task<Contact> ReadTagsAsync(IReadOnlyList<string> tagIds, CancellationToken cancellationToken)
    {
        var contact = await inbox.GetContactAsync(contactId, recent, cancellationToken).ConfigureAwait(false);
        var unclear = tagIds.Except(contact.TagIds).Where(id => contact.Tags?.Any(tag => Identity.MayBeName(tag.Name, id)) == true);
        await CheckAreIdsAsync(unclear, cancellationToken).ConfigureAwait(false);
        return contact;
    }

    /// <summary>Checks, before the first write, that tags are identified by their ids. By its name, a tag that the contact has would look like another one: it would be removed in
    /// exchange for itself, or not be removed.</summary>
    /// <exception cref="InboxValidationException">One is identified by its name.</exception>
    private async Task CheckAreIdsAsync(IEnumerable<string> tagIds, CancellationToken cancellationToken)
    {
        foreach (var tagId in tagIds.Distinct())
        {
            try
            {
                if (await inbox.IsTagNameAsync(recent, tagId, cancellationToken).ConfigureAwait(false))
                    throw new InboxValidationException(FacadeIds.TagNameMessage(tagId), HttpStatusCode.NotFound, InboxErrorCodes.TagNotFound);
            }
            catch (InboxNotFoundException exception) when (exception.Code == InboxErrorCodes.TagNotFound)
            {
                // To add it fails, and to remove it is not necessary.
            }
        }
    }

    /// <summary>Returns the tags to add and to remove; if the current tags are known, only actual changes.</summary>
    private (IReadOnlyList<string> Added, IReadOnlyList<string> Removed) TagChanges(IReadOnlyList<string>? present)
    {
        if (update.TagIds is not null)
            return ([.. update.TagIds.Except(present!)], [.. present!.Except(update.TagIds)]);

        IEnumerable<string> added = (update.AddTagIds ?? []).Distinct(), removed = (update.RemoveTagIds ?? []).Distinct();
        return present is null ? ([.. added], [.. removed]) : ([.. added.Except(present)], [.. removed.Intersect(present)]);
    }

    private async Task RemoveTagAsync(string tagId, CancellationToken cancellationToken)
    {
        try
        {
            await inbox.Contacts.RemoveTagAsync(contactId, tagId, cancellationToken).ConfigureAwait(false);
            _isAnyApplied = true;
        }
        catch (InboxNotFoundException exception) when (exception.Code == InboxErrorCodes.TagNotFound)
        {
            // A tag that does not exist is on no contact, so it is removed already.
        }
    }

    private async Task<bool> ArchiveAsync(bool isDone, CancellationToken cancellationToken)
    {
        var hasThreads = false;
        await foreach (var page in inbox.ThreadsOf(contactId, cancellationToken).AsPages().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // A read accepts a thread without an owner; a write does not.
            if (page.Items.Any(thread => thread.ContactId != contactId))
                throw FacadeContacts.NotRequested("threads.list");
            foreach (var thread in page.Items)
            {
                hasThreads = true;
                _contact = thread.OwnContact() ?? _contact;
                if (thread.IsArchived == isDone)
                    continue;
                (await inbox.Threads.UpdateAsync(thread.Id, new() { IsArchived = isDone }, cancellationToken).ConfigureAwait(false)).Confirm(isDone);
                _isAnyApplied = true;
            }
        }

        // A contact without threads is an empty list, not an error.
        if (!hasThreads)
            _contact = await inbox.GetContactAsync(contactId, recent, cancellationToken).ConfigureAwait(false);
        return isDone && hasThreads;
    }
}
