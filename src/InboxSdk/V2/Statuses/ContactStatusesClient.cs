using InboxSdk.Paging;
using InboxSdk.Pipeline;

namespace InboxSdk.V2;

internal sealed class ContactStatusesClient(IV2StatusesApi api, InboxRequestOptions? options) : IContactStatusesClient
{
    public InboxPageable<ContactStatus> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        async token => (await api.ListAsync(IV2StatusesApi.List.Call(options, token)).ConfigureAwait(false)).Data!,
        cancellationToken);

    public async Task<ContactStatus> GetAsync(string statusIdOrName, CancellationToken cancellationToken = default) =>
        await api.GetAsync(PathSegment.Validate(statusIdOrName), IV2StatusesApi.Get.Call(options, cancellationToken)).ConfigureAwait(false);

    public async Task<ContactStatus> CreateAsync(ContactStatusCreate status, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(status);
        status.Validate();
        return await api.CreateAsync(status, (IV2StatusesApi.Create with { Success = IV2StatusesApi.Created(status.Name) }).Call(options, cancellationToken)).ConfigureAwait(false);
    }

    public async Task<ContactStatus> UpdateAsync(string statusIdOrName, ContactStatusUpdate update, CancellationToken cancellationToken = default)
    {
        PathSegment.Validate(statusIdOrName);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        var operation = IV2StatusesApi.Update with { Success = IV2StatusesApi.Found(update.Name.HasValue ? update.Name.Value : null) };
        return await api.UpdateAsync(statusIdOrName, update, operation.Call(options, cancellationToken)).ConfigureAwait(false);
    }

    public async Task DeleteAsync(string statusIdOrName, CancellationToken cancellationToken = default) =>
        await api.DeleteAsync(PathSegment.Validate(statusIdOrName), IV2StatusesApi.Delete.Call(options, cancellationToken)).OrGoneAsync(InboxErrorCodes.StatusNotFound).ConfigureAwait(false);
}
