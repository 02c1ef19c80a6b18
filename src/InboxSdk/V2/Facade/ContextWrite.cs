namespace InboxSdk.V2;

/// <summary>Makes one update of a contact's context, by as few requests as it takes.</summary>
/// <remarks>Each of the requests sets something absolute: after a failure the whole is made again without harm. First what adds, then what takes away, so that a
/// failure between them leaves rather too much than too little.</remarks>
internal sealed class ContextWrite(IInboxV2Client inbox, string contactId, ProspectContextUpdate update)
{
    private bool _isAnyMade;
    private IReadOnlyList<string> _added = [];
    private IReadOnlyList<string> _removed = [];

    /// <summary>Writes.</summary>
    /// <returns>Whether the team is done with the contact now; null when the update does not say.</returns>
    public Task<bool?> WriteAsync(CancellationToken cancellationToken) => TellAsync(async () =>
    {
        var contact = await WriteFieldsAsync(cancellationToken).ConfigureAwait(false);
        (_added, _removed) = TagChanges(contact?.TagIds);
        foreach (var tagId in _added)
        {
            await ReferencesExist.CheckAsync(() => inbox.Contacts.AddTagAsync(contactId, tagId, cancellationToken)).ConfigureAwait(false);
            _isAnyMade = true;
        }

        foreach (var tagId in _removed)
            await RemoveTagAsync(tagId, cancellationToken).ConfigureAwait(false);
        return update.Done.HasValue ? await ArchiveAsync(update.Done.Value, cancellationToken).ConfigureAwait(false) : (bool?)null;
    });

    /// <summary>Reads the contact after the writing.</summary>
    /// <exception cref="InboxUpdateUnconfirmedException">It does not show what was written.</exception>
    public Task<Contact> ReadAsync(CancellationToken cancellationToken) => TellAsync(async () =>
        (await inbox.Contacts.GetAsync(contactId, FacadeModels.WholeContact, cancellationToken).ConfigureAwait(false)).Confirm(update, _added, _removed));

    private async Task<T> TellAsync<T>(Func<Task<T>> requests)
    {
        try
        {
            return await requests().ConfigureAwait(false);
        }
        catch (InboxException exception) when (_isAnyMade)
        {
            exception.MarkPartiallyApplied();
            throw;
        }
    }

    /// <summary>Writes the contact's own fields. Gives the contact when that, or the tags, took a request.</summary>
    private async Task<Contact?> WriteFieldsAsync(CancellationToken cancellationToken)
    {
        var fields = new ContactUpdate
        {
            Notes = update.Notes,
            Valuation = update.Valuation,
            StatusIdOrName = update.StatusId,
            AssigneeId = update.AssignedToMemberId,
        };
        // A whole set of tags is reached from the present one.
        if (fields.IsEmpty)
            return update.TagIds.IsDefault ? null : await inbox.Contacts.GetAsync(contactId, ContactExpand.None, cancellationToken).ConfigureAwait(false);

        var contact = await ReferencesExist.CheckAsync(() => inbox.Contacts.UpdateAsync(contactId, fields, cancellationToken)).ConfigureAwait(false);
        _isAnyMade = true;
        return contact;
    }

    /// <summary>The tags to add and those to take off; with the present tags known, only those that change something.</summary>
    private (IReadOnlyList<string> Added, IReadOnlyList<string> Removed) TagChanges(IReadOnlyList<string>? present)
    {
        if (!update.TagIds.IsDefault)
            return ([.. update.TagIds.Except(present!)], [.. present!.Except(update.TagIds)]);

        IEnumerable<string> added = FacadeIds.OrEmpty(update.AddTagIds).Distinct(), removed = FacadeIds.OrEmpty(update.RemoveTagIds).Distinct();
        return present is null ? ([.. added], [.. removed]) : ([.. added.Except(present)], [.. removed.Intersect(present)]);
    }

    private async Task RemoveTagAsync(string tagId, CancellationToken cancellationToken)
    {
        try
        {
            await inbox.Contacts.RemoveTagAsync(contactId, tagId, cancellationToken).ConfigureAwait(false);
            _isAnyMade = true;
        }
        catch (InboxNotFoundException exception) when (exception.Code == InboxErrorCodes.TagNotFound)
        {
            // A tag that does not exist is on nobody, which is what was asked for.
        }
    }

    private async Task<bool> ArchiveAsync(bool isDone, CancellationToken cancellationToken)
    {
        var hasThreads = false;
        await foreach (var thread in inbox.ThreadsOf(contactId, cancellationToken).ConfigureAwait(false))
        {
            hasThreads = true;
            if (thread.Archived == isDone)
                continue;
            (await inbox.Threads.UpdateAsync(thread.Id, new() { Archived = isDone }, cancellationToken).ConfigureAwait(false)).Confirm(isDone);
            _isAnyMade = true;
        }

        // Threads of nobody are an empty list, not an error.
        if (!hasThreads)
            await inbox.Contacts.GetAsync(contactId, ContactExpand.None, cancellationToken).ConfigureAwait(false);
        return isDone && hasThreads;
    }
}
