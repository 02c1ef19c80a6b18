using InboxSdk.Paging;
using InboxSdk.Pipeline;

namespace InboxSdk.V2;

internal sealed class V2ThreadsClient(IInboxV2Client inbox, RecentTagsAndStatuses recent) : IThreadsClient
{
    private const ContactThreadExpand WithPerson = ContactThreadExpand.Profile | ContactThreadExpand.Contact;

    public InboxPageable<InboxThread> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new ThreadQuery();
        query.Validate();
        foreach (var id in query.TagIds)
            InboxId.Validate(id, nameof(query));
        var list = inbox.Threads.ListAsync(
            new()
            {
                Folder = Folder(query.View ?? default),
                AccountLinkIds = query.AccountLinkId is { } accountLinkId ? [accountLinkId] : [],
                TagIdsOrNames = query.TagIds,
                Expand = WithPerson,
                PageSize = query.PageSize,
                PageFilter = $"{(query.View == InboxView.NoReply ? "/noReply" : "")}{(query.IsUntagged ? "/untagged" : "")}",
            },
            cancellationToken);
        return new ProjectedPageable<ContactThread, InboxThread>(
            list,
            () =>
            {
                var cache = new TagAndStatusCache(inbox, recent);
                return async (page, token) =>
                {
                    var threads = page.Where(thread => Belongs(thread, query)).ToList();
                    await cache.LoadAsync(threads.Select(thread => thread.Contact).OfType<Contact>(), token).ConfigureAwait(false);
                    return [.. threads.Select(thread => ToThread(thread, cache))];
                };
            },
            cancellationToken);
    }

    public async Task<InboxThread?> FindAsync(string prospectPlatformId, string accountLinkId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prospectPlatformId);
        InboxId.Validate(accountLinkId);
        var contact = await inbox.FindContactAsync(prospectPlatformId, recent, cancellationToken).ConfigureAwait(false);
        if (contact is null)
            return null;

        var threads = inbox.Threads.ListAsync(
            new() { ContactIds = [contact.Id], AccountLinkIds = [accountLinkId], Expand = ContactThreadExpand.Profile }, cancellationToken);
        await foreach (var thread in threads.ConfigureAwait(false))
        {
            // A contact can have several profiles.
            if (thread.Profile is { } profile && profile.PlatformId == prospectPlatformId)
                return thread.ToThread(contact.ToProspect(profile, thread.ImpliedDone()));
        }

        return null;
    }

    public async Task<InboxThread> GetAsync(string threadId, CancellationToken cancellationToken = default)
    {
        var thread = await inbox.Threads.GetAsync(threadId, WithPerson, cancellationToken).ConfigureAwait(false);
        var contact = (thread.OwnContact() is { } own ? recent.Expand(own) : null) ?? (InboxId.IsValid(thread.ContactId) ? await inbox.GetContactAsync(thread.ContactId, recent, cancellationToken).ConfigureAwait(false) : new());
        return thread.ToThread(contact.ToProspect(thread.Profile, thread.ImpliedDone()));
    }

    public async Task<InboxThread> UpdateAsync(string threadId, ThreadUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        var thread = await UnknownReferenceErrors.TranslateAsync(() => inbox.Threads.UpdateAsync(
            threadId, new() { IsArchived = update.IsDone, AssigneeId = update.AssigneeId }, cancellationToken)).ConfigureAwait(false);
        if (update.IsDone.HasValue)
            thread.Confirm(update.IsDone.Value);
        return thread.ToThread(new() { Id = thread.ContactId, Platform = thread.Platform, IsDone = thread.ImpliedDone() });
    }

    private static InboxThread ToThread(ContactThread thread, TagAndStatusCache cache)
    {
        var contact = thread.OwnContact() ?? new() { Id = thread.ContactId };
        return thread.ToThread(contact.ToProspect(thread.Profile, cache.TagsOf(contact), cache.StatusOf(contact), thread.ImpliedDone()));
    }

    private static ThreadFolder Folder(InboxView view) =>
        view == default ? ThreadFolder.All
        : view == InboxView.Default || view == InboxView.NoReply ? ThreadFolder.Inbox
        : view == InboxView.Requests ? ThreadFolder.Requests
        : view == InboxView.Archived ? ThreadFolder.Archived
        : new(view.ToString());

    /// <summary>Determines whether v1 would list the thread, for the filters that v2 does not support: v2's own <c>noReply</c> is the opposite of v1's, and v2 has no
    /// filter for contacts without tags.</summary>
    private static bool Belongs(ContactThread thread, ThreadQuery query) =>
        (query.View != InboxView.NoReply || thread.Activity?.Direction == MessageDirection.Outbound)
        && (!query.IsUntagged || thread.Contact is not { TagIds.Count: > 0 });
}
