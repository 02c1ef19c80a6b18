namespace InboxSdk.V2;

internal sealed class V2ProspectsClient(IInboxV2Client inbox, IThreadsClient threads, RecentTagsAndStatuses recent) : ProspectsClient(threads)
{
    private const int MaxSideBySide = 8;

    public override async Task<Prospect?> FindByPlatformIdAsync(string platformId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(platformId);
        var contact = await inbox.FindContactAsync(platformId, recent, cancellationToken).ConfigureAwait(false);
        if (contact is null)
            return null;

        var profile = contact.Profiles.FirstOrDefault(profile => profile.Platform == Platform.X && profile.PlatformId == platformId);
        var threads = await ReadThreadsAsync([contact.Id], expand, cancellationToken).ConfigureAwait(false);
        return contact.ToProspect(profile, IsDone(contact.Id, threads, expand));
    }

    protected override bool IsTagId(string id) => InboxId.IsValid(id);

    protected override int MaxLookups => ContactQuery.MaxValues;

    protected override async Task<IReadOnlyDictionary<string, Prospect?>> FindBatchAsync(IReadOnlyList<string> platformIds, ProspectExpand expand, CancellationToken cancellationToken)
    {
        // Those that were requested, and not found so far, are null.
        var found = new Dictionary<string, Prospect?>(platformIds.Count);
        foreach (var platformId in platformIds)
            found.Add(platformId, null);
        var shared = new SharedTagsAndStatuses();
        var contacts = inbox.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = platformIds, Expand = FacadeModels.WholeContact }, cancellationToken);
        await foreach (var contact in contacts.ConfigureAwait(false))
        {
            var isRequested = false;
            for (var i = 0; i < contact.Profiles.Count; i++)
            {
                var profile = contact.Profiles[i];
                if (profile.Platform != Platform.X || !found.TryGetValue(profile.PlatformId, out var known))
                    continue;
                isRequested = true;
                // A person can have several ids, and be listed once for each.
                if (known is null)
                    found[profile.PlatformId] = contact.ToProspect(profile, shared.TagsOf(contact), shared.StatusOf(contact), done: null);
            }

            if (!isRequested)
                throw FacadeContacts.NotRequested("contacts.list");
            recent.Add(contact);
        }

        if (!expand.HasFlag(ProspectExpand.IsDone))
            return found;
        List<string> contactIds = [.. found.Values.OfType<Prospect>().Select(prospect => prospect.Id).Distinct()];
        if (contactIds.Count == 0)
            return found;
        var threads = await ReadThreadsAsync(contactIds, expand, cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(pair => pair.Key, pair => pair.Value is null ? null : pair.Value with { IsDone = IsDone(pair.Value.Id, threads, expand) });
    }

    protected override void ValidateId(string prospectId) => InboxId.Validate(prospectId);

    protected override LookUpBatch BeginGetMany(ProspectExpand expand)
    {
        var names = new TagAndStatusCache(inbox, recent);
        return async (ids, token) =>
        {
            // The API lists contacts only by platform; but threads by contact, with the contact expanded.
            var threads = await ReadThreadsAsync(ids, expand, token).ConfigureAwait(false);
            var contacts = threads.Values.Select(one => one.Contact).OfType<Contact>().ToList();
            await names.LoadAsync(contacts, token).ConfigureAwait(false);
            var found = contacts.ToDictionary(
                contact => contact.Id, Prospect? (contact) => contact.ToProspect(null, names.TagsOf(contact), names.StatusOf(contact), IsDone(contact.Id, threads, expand)));
            foreach (var some in ids.Where(id => !found.ContainsKey(id)).Chunk(MaxSideBySide))
            {
                foreach (var (id, prospect) in await LookUpEachAsync(some, GetOrNullAsync, token).ConfigureAwait(false))
                    found.Add(id, prospect is null ? null : prospect with { IsDone = IsDone(id, threads, expand) });
            }

            return found;
        };

        async Task<Prospect?> GetOrNullAsync(string id, CancellationToken token)
        {
            try
            {
                return (await inbox.GetContactAsync(id, recent, token).ConfigureAwait(false)).ToProspect();
            }
            catch (InboxNotFoundException exception) when (exception.Code == InboxErrorCodes.ContactNotFound)
            {
                return null;
            }
        }
    }

    public override async Task<Prospect> GetAsync(string prospectId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default)
    {
        // The threads contain the contact; without threads, the API does not report whether it exists.
        var threads = await ReadThreadsAsync([InboxId.Validate(prospectId)], expand, cancellationToken).ConfigureAwait(false);
        var contact = threads.TryGetValue(prospectId, out var known) && known.Contact is not null ? recent.Expand(known.Contact) : null;
        contact ??= await inbox.GetContactAsync(prospectId, recent, cancellationToken).ConfigureAwait(false);
        return contact.ToProspect(done: IsDone(prospectId, threads, expand));
    }

    public override async Task<Prospect> UpdateAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken = default)
    {
        var write = Begin(prospectId, update);
        var isDone = await write.WriteAsync(cancellationToken).ConfigureAwait(false);
        var contact = await write.ReadAsync(cancellationToken).ConfigureAwait(false);
        return contact.ToProspect(done: isDone);
    }

    public override Task WriteContextAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken) =>
        Begin(prospectId, update).WriteAsync(cancellationToken);

    private ContactContextUpdater Begin(string prospectId, ProspectUpdate update)
    {
        InboxId.Validate(prospectId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        FacadeIds.Validate(update);
        return new(inbox, recent, prospectId, update);
    }

    /// <summary>Reads the contacts from their threads, and whether they are done, with as few pages as possible. A contact without threads is absent.</summary>
    private async Task<Dictionary<string, (Contact? Contact, bool IsDone)>> ReadThreadsAsync(IReadOnlyList<string> contactIds, ProspectExpand expand, CancellationToken cancellationToken)
    {
        var readsDone = expand.HasFlag(ProspectExpand.IsDone);
        var found = new Dictionary<string, (Contact? Contact, bool IsDone)>();
        // A single contact is read with the same number of requests, and with its names.
        if (!readsDone && contactIds.Count == 1)
            return found;
        var unknown = contactIds.ToHashSet();
        var threads = inbox.Threads.ListAsync(
            new() { ContactIds = contactIds, Expand = ContactThreadExpand.Contact }, cancellationToken);
        await foreach (var page in threads.AsPages().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var thread in page.Items)
            {
                var isFound = found.TryGetValue(thread.ContactId, out var before);
                if (!isFound && !unknown.Contains(thread.ContactId))
                    throw FacadeContacts.NotRequested("threads.list");
                found[thread.ContactId] = (before.Contact ?? thread.OwnContact(), thread.IsArchived && (!isFound || before.IsDone));
                if (!readsDone || !thread.IsArchived)
                    unknown.Remove(thread.ContactId);
            }

            // Further pages would not take fewer requests than the last contact by itself.
            if (unknown.Count <= (readsDone ? 0 : 1))
                break;
        }

        return found;
    }

    private static bool? IsDone(string contactId, Dictionary<string, (Contact? Contact, bool IsDone)> threads, ProspectExpand expand) =>
        expand.HasFlag(ProspectExpand.IsDone) ? threads.TryGetValue(contactId, out var known) && known.IsDone : null;
}
