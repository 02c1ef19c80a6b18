using InboxSdk.Pipeline;

namespace InboxSdk.V2;

internal sealed class ContactsClient(IV2ContactsApi api, InboxRequestOptions? options) : IContactsClient
{
    public InboxPageable<Contact> ListAsync(ContactQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return V2Pages.Of(
            IV2ContactsApi.List.Name, query.Filters(), query.PageSize,
            (page, token) => api.ListAsync(page, IV2ContactsApi.List.Call(options, token)), cancellationToken);
    }

    public async Task<Contact> GetAsync(string contactId, ContactExpand expand = ContactExpand.None, CancellationToken cancellationToken = default) =>
        await api.GetAsync(InboxId.Validate(contactId), new QueryParameters().Expand(expand), IV2ContactsApi.Get.Call(options, cancellationToken)).ConfigureAwait(false);

    public async Task<Contact> UpdateAsync(string contactId, ContactUpdate update, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(contactId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        return await api.UpdateAsync(contactId, update, IV2ContactsApi.Update.Call(options, cancellationToken)).ConfigureAwait(false);
    }

    public async Task AddTagAsync(string contactId, string tagIdOrName, CancellationToken cancellationToken = default) =>
        await api.AddTagAsync(InboxId.Validate(contactId), PathSegment.Validate(tagIdOrName), IV2ContactsApi.AddTag.Call(options, cancellationToken))
            .ConfigureAwait(false);

    public async Task RemoveTagAsync(string contactId, string tagIdOrName, CancellationToken cancellationToken = default) =>
        await api.RemoveTagAsync(InboxId.Validate(contactId), PathSegment.Validate(tagIdOrName), IV2ContactsApi.RemoveTag.Call(options, cancellationToken))
            .OrGoneAsync(InboxErrorCodes.TagNotFound).ConfigureAwait(false);
}
