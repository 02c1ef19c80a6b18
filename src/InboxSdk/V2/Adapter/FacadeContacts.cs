namespace InboxSdk.V2;

internal static class FacadeContacts
{
    /// <summary>Finds a contact by id on X, the platform of v1's lookups.</summary>
    public static async Task<Contact?> FindContactAsync(this IInboxV2Client inbox, string platformId, RecentTagsAndStatuses recent, CancellationToken cancellationToken)
    {
        var found = inbox.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = [platformId], Expand = FacadeModels.WholeContact, PageSize = 1 }, cancellationToken);
        await foreach (var contact in found.ConfigureAwait(false))
        {
            recent.Add(contact);
            return contact;
        }

        return null;
    }

    /// <summary>Gets a contact with its tags and status.</summary>
    public static async Task<Contact> GetContactAsync(this IInboxV2Client inbox, string contactId, RecentTagsAndStatuses recent, CancellationToken cancellationToken)
    {
        var contact = await inbox.Contacts.GetAsync(contactId, FacadeModels.WholeContact, cancellationToken).ConfigureAwait(false);
        recent.Add(contact);
        return contact;
    }

    /// <summary>Returns the expanded contact of a thread, or null if the response has none or that of another thread.</summary>
    public static Contact? OwnContact(this ContactThread thread) => thread.Contact is { } contact && contact.Id == thread.ContactId ? contact : null;

    /// <summary>Creates the exception for a list with a contact that was not requested.</summary>
    public static InboxSerializationException NotRequested(string operation) => new(
        $"{operation}: the response contains a contact that was not requested, so it may be that of another request.")
    {
        Operation = operation,
        MayHaveTakenEffect = false,
    };

    /// <summary>Lists all threads of a contact, including archived ones and requests, with the contact expanded.</summary>
    public static InboxPageable<ContactThread> ThreadsOf(this IInboxV2Client inbox, string contactId, CancellationToken cancellationToken) =>
        inbox.Threads.ListAsync(new() { ContactIds = [contactId], Expand = ContactThreadExpand.Contact }, cancellationToken);
}
