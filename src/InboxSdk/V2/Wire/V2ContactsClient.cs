using InboxSdk.Http;

namespace InboxSdk.V2;

internal sealed class V2ContactsClient(IV2ContactsApi api, InboxRequestOptions? options) : IContactsClient
{
    public InboxPageable<Contact> ListAsync(ContactQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return V2Pages.Of(
            V2Operations.ListContacts.Name, query.Filters(), query.PageSize,
            (page, token) => api.ListAsync(page, V2Operations.ListContacts.With(options), token).ReadAsync<PageResponse<Contact>>(), cancellationToken);
    }

    public async Task<Contact> GetAsync(string contactId, ContactExpand expand = ContactExpand.None, CancellationToken cancellationToken = default) =>
        await api.GetAsync(InboxId.Validate(contactId), new QueryParameters().Expand(expand), V2Operations.GetContact.With(options), cancellationToken).ReadAsync<Contact>().ConfigureAwait(false);

    public async Task<Contact> UpdateAsync(string contactId, ContactUpdate update, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(contactId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        return await api.UpdateAsync(contactId, update, V2Operations.UpdateContact.With(options), cancellationToken).ReadAsync<Contact>().ConfigureAwait(false);
    }

    public async Task AddTagAsync(string contactId, string tagIdOrName, CancellationToken cancellationToken = default) =>
        await api.AddTagAsync(InboxId.Validate(contactId), PathSegment.Validate(tagIdOrName), V2Operations.AddContactTag.With(options), cancellationToken).ReadNothingAsync()
            .ConfigureAwait(false);

    public async Task RemoveTagAsync(string contactId, string tagIdOrName, CancellationToken cancellationToken = default) =>
        await api.RemoveTagAsync(InboxId.Validate(contactId), PathSegment.Validate(tagIdOrName), V2Operations.RemoveContactTag.With(options), cancellationToken).ReadNothingAsync()
            .OrGoneAsync(InboxErrorCodes.TagNotFound).ConfigureAwait(false);
}
