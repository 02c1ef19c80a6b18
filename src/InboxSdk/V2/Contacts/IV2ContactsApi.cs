using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V2;

internal interface IV2ContactsApi
{
    static readonly InboxOperation List = InboxOperation.Read("contacts.list", V2Success.Page(
        V2Models.ReadContact, static (contact, platformId) => Identity.Check(contact.Id, default) ?? CheckProfile(contact, platformId)),
        namedBy: "platformId");

    [Get("/contacts")]
    Task<PageResponse<Contact>> ListAsync([QueryConverter(typeof(QueryParametersConverter))] QueryParameters query, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Get = InboxOperation.Read("contacts.get", Found);

    [Get("/contacts/{contactId}")]
    Task<Contact> GetAsync(string contactId, [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query, [Property(InboxCall.Key)] InboxCall call);

    // Sets absolute values, so a retry is safe.
    static readonly InboxOperation Update = InboxOperation.Write("contacts.update", Found);

    [Patch("/contacts/{contactId}")]
    Task<Contact> UpdateAsync(string contactId, [Body] ContactUpdate update, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation AddTag = InboxOperation.Write("contacts.addTag", SuccessContract.NoContent);

    [Put("/contacts/{contactId}/tags/{tagRef}")]
    Task<NoContent?> AddTagAsync(string contactId, string tagRef, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation RemoveTag = InboxOperation.Write("contacts.removeTag", SuccessContract.NoContent);

    [Delete("/contacts/{contactId}/tags/{tagRef}")]
    Task<NoContent?> RemoveTagAsync(string contactId, string tagRef, [Property(InboxCall.Key)] InboxCall call);

    private static SuccessContract Found => new SuccessContract<Contact>(V2Models.ReadContact, static (contact, named) => Identity.Check(contact.Id, named));

    private static string? CheckProfile(Contact contact, ReadOnlySpan<char> platformId)
    {
        foreach (var profile in contact.Profiles)
        {
            if (Identity.CheckOwner(profile.PlatformId, platformId) is null)
                return null;
        }

        return contact.Profiles.Count == 0 ? null : Identity.Other;
    }
}
