using System.Collections.Immutable;
using InboxSdk.Http;

namespace InboxSdk.V2;

internal sealed class FacadeProspects(IInboxV2Client inbox, IThreadsClient threads) : ProspectsClient(threads)
{
    public override async Task<Prospect?> FindByPlatformIdAsync(string platformId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(platformId);
        var contact = await inbox.FindContactAsync(platformId, cancellationToken).ConfigureAwait(false);
        if (contact is null)
            return null;

        var profile = contact.Profiles.FirstOrDefault(profile => profile.Platform == Platform.X && profile.PlatformId == platformId);
        return contact.ToProspect(profile) with { Done = await IsDoneAsync(contact.Id, cancellationToken).ConfigureAwait(false) };
    }

    public override async Task<Prospect> GetAsync(string prospectId, CancellationToken cancellationToken = default)
    {
        var contact = await inbox.Contacts.GetAsync(PathSegment.Validate(prospectId), FacadeModels.WholeContact, cancellationToken).ConfigureAwait(false);
        return contact.ToProspect() with { Done = await IsDoneAsync(contact.Id, cancellationToken).ConfigureAwait(false) };
    }

    public override async Task<Prospect> UpdateContextAsync(string prospectId, ProspectContextUpdate update, CancellationToken cancellationToken = default)
    {
        await WriteContextAsync(prospectId, update, cancellationToken).ConfigureAwait(false);
        var contact = await inbox.Contacts.GetAsync(prospectId, FacadeModels.WholeContact, cancellationToken).ConfigureAwait(false);
        return contact.ToProspect() with { Done = update.Done.HasValue ? update.Done.Value : null };
    }

    /// <remarks>Several requests, each of which sets something absolute: after a failure the whole is made again without harm. First what adds, then what takes
    /// away, so that a failure between them leaves rather too much than too little.</remarks>
    public override async Task WriteContextAsync(string prospectId, ProspectContextUpdate update, CancellationToken cancellationToken)
    {
        PathSegment.Validate(prospectId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        ValidateTagIds(update);

        var contact = await ReferencesExist.CheckAsync(() => WriteFieldsAsync(prospectId, update, cancellationToken)).ConfigureAwait(false);
        var (added, removed) = TagChanges(update, contact?.TagIds);
        foreach (var tagId in added)
            await ReferencesExist.CheckAsync(() => inbox.Contacts.AddTagAsync(prospectId, tagId, cancellationToken)).ConfigureAwait(false);
        foreach (var tagId in removed)
            await RemoveTagAsync(prospectId, tagId, cancellationToken).ConfigureAwait(false);

        if (update.Done.HasValue)
            await ArchiveAsync(prospectId, update.Done.Value, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the contact's own fields. Gives the contact when that, or the tags, took a request.</summary>
    private async Task<Contact?> WriteFieldsAsync(string contactId, ProspectContextUpdate update, CancellationToken cancellationToken)
    {
        var fields = new ContactUpdate
        {
            Notes = update.Notes,
            Valuation = update.Valuation,
            StatusIdOrName = update.StatusId,
            AssigneeId = update.AssignedToMemberId,
        };
        if (!fields.IsEmpty)
            return await inbox.Contacts.UpdateAsync(contactId, fields, cancellationToken).ConfigureAwait(false);
        // A whole set of tags is reached from the present one.
        return update.TagIds.IsDefault ? null : await inbox.Contacts.GetAsync(contactId, ContactExpand.None, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The tags to add and those to take off; with the present tags known, only those that change something.</summary>
    private static (IEnumerable<string> Added, IEnumerable<string> Removed) TagChanges(ProspectContextUpdate update, IReadOnlyList<string>? present)
    {
        if (!update.TagIds.IsDefault)
            return (update.TagIds.Except(present!), present!.Except(update.TagIds));

        IEnumerable<string> added = OrEmpty(update.AddTagIds).Distinct(), removed = OrEmpty(update.RemoveTagIds).Distinct();
        return present is null ? (added, removed) : (added.Except(present), removed.Intersect(present));
    }

    private async Task RemoveTagAsync(string contactId, string tagId, CancellationToken cancellationToken)
    {
        try
        {
            await inbox.Contacts.RemoveTagAsync(contactId, tagId, cancellationToken).ConfigureAwait(false);
        }
        catch (InboxNotFoundException exception) when (exception.Code == "tagNotFound")
        {
            // A tag that does not exist is on nobody, which is what was asked for.
        }
    }

    private async Task ArchiveAsync(string contactId, bool isDone, CancellationToken cancellationToken)
    {
        var hasThreads = false;
        await foreach (var thread in ThreadsOf(contactId, cancellationToken).ConfigureAwait(false))
        {
            hasThreads = true;
            if (thread.Archived != isDone)
                await inbox.Threads.UpdateAsync(thread.Id, new() { Archived = isDone }, cancellationToken).ConfigureAwait(false);
        }

        // Threads of nobody are an empty list, not an error.
        if (!hasThreads)
            await inbox.Contacts.GetAsync(contactId, ContactExpand.None, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsDoneAsync(string contactId, CancellationToken cancellationToken)
    {
        var hasThreads = false;
        await foreach (var thread in ThreadsOf(contactId, cancellationToken).ConfigureAwait(false))
        {
            if (!thread.Archived)
                return false;
            hasThreads = true;
        }

        return hasThreads;
    }

    private AsyncPageable<ContactThread> ThreadsOf(string contactId, CancellationToken cancellationToken) =>
        inbox.Threads.ListAsync(new() { ContactIds = [contactId], Folder = ThreadFolder.All }, cancellationToken);

    // v2 takes a tag's name in place of its id, and a name would not be found among the ids of the present tags.
    private static void ValidateTagIds(ProspectContextUpdate update)
    {
        var named = OrEmpty(update.TagIds).Concat(OrEmpty(update.AddTagIds)).Concat(OrEmpty(update.RemoveTagIds))
            .FirstOrDefault(id => !id.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c)));
        if (named is not null)
            throw new ArgumentException($"The update names the tag '{Text.OneLine(named, 100)}', which cannot be an id on v2. Take the ids from ITagsClient.", nameof(update));
    }

    private static ImmutableArray<string> OrEmpty(ImmutableArray<string> ids) => ids.IsDefault ? [] : ids;
}
