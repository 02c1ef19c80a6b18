namespace InboxSdk.V2;

internal static class FacadeContacts
{
    /// <summary>Finds the contact with a person's id on X, the platform of v1's lookups.</summary>
    public static async Task<Contact?> FindContactAsync(this IInboxV2Client inbox, string platformId, CancellationToken cancellationToken)
    {
        var found = inbox.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = [platformId], Expand = FacadeModels.WholeContact, PageSize = 1 }, cancellationToken);
        await foreach (var contact in found.ConfigureAwait(false))
            return contact;
        return null;
    }
}
