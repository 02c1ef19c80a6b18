namespace InboxSdk.V2;

internal sealed class FacadeProspects(IInboxV2Client inbox, IThreadsClient threads) : ProspectsClient(threads)
{
    public override async Task<Prospect?> FindByPlatformIdAsync(string platformId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(platformId);
        var contact = await inbox.FindContactAsync(platformId, cancellationToken).ConfigureAwait(false);
        if (contact is null)
            return null;

        var profile = contact.Profiles.FirstOrDefault(profile => profile.Platform == Platform.X && profile.PlatformId == platformId);
        return contact.ToProspect(profile, await IsDoneAsync(contact.Id, expand, cancellationToken).ConfigureAwait(false));
    }

    protected override bool IsTagId(string id) => InboxId.IsValid(id);

    protected override int MaxLookups => ContactQuery.MaxValues;

    protected override async Task<IReadOnlyDictionary<string, Prospect>> FindBatchAsync(IReadOnlyList<string> platformIds, CancellationToken cancellationToken)
    {
        var missing = platformIds.ToHashSet();
        var found = new Dictionary<string, Prospect>();
        var contacts = inbox.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = platformIds, Expand = FacadeModels.WholeContact }, cancellationToken);
        await foreach (var contact in contacts.ConfigureAwait(false))
        {
            var profiles = contact.Profiles.Where(profile => profile.Platform == Platform.X && (missing.Contains(profile.PlatformId) || found.ContainsKey(profile.PlatformId))).ToList();
            if (profiles.Count == 0)
                throw new InboxSerializationException("contacts.list: the response contains a contact that was not requested, so it may be that of another request.")
                {
                    Operation = "contacts.list",
                    MayHaveTakenEffect = false,
                };
            foreach (var profile in profiles.Where(profile => missing.Remove(profile.PlatformId)))
                found.Add(profile.PlatformId, contact.ToProspect(profile));
        }

        return found;
    }

    public override async Task<Prospect> GetAsync(string prospectId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default)
    {
        var contact = await inbox.Contacts.GetAsync(InboxId.Validate(prospectId), FacadeModels.WholeContact, cancellationToken).ConfigureAwait(false);
        return contact.ToProspect(done: await IsDoneAsync(contact.Id, expand, cancellationToken).ConfigureAwait(false));
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
        return new(inbox, prospectId, update);
    }

    private async Task<bool?> IsDoneAsync(string contactId, ProspectExpand expand, CancellationToken cancellationToken)
    {
        if (!expand.HasFlag(ProspectExpand.IsDone))
            return null;
        var hasThreads = false;
        await foreach (var thread in inbox.ThreadsOf(contactId, cancellationToken).ConfigureAwait(false))
        {
            if (!thread.IsArchived)
                return false;
            hasThreads = true;
        }

        return hasThreads;
    }
}
