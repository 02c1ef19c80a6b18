namespace InboxSdk.V2;

internal static class FacadeContacts
{
    /// <summary>Finds a contact by id on X, the platform of v1's lookups.</summary>
    public static async Task<Contact?> FindContactAsync(this IInboxV2Client inbox, string platformId, CancellationToken cancellationToken)
    {
        var found = inbox.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = [platformId], Expand = FacadeModels.WholeContact, PageSize = 1 }, cancellationToken);
        await foreach (var contact in found.ConfigureAwait(false))
            return contact;
        return null;
    }

    /// <summary>Lists all threads of a contact, including archived ones and requests.</summary>
    public static InboxPageable<ContactThread> ThreadsOf(this IInboxV2Client inbox, string contactId, CancellationToken cancellationToken) =>
        inbox.Threads.ListAsync(new() { ContactIds = [contactId] }, cancellationToken);
}
