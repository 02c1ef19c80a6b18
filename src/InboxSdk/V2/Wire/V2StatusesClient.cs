using InboxSdk.Http;
using InboxSdk.Paging;

namespace InboxSdk.V2;

internal sealed class V2StatusesClient(IV2StatusesApi api, InboxRequestOptions? options) : IContactStatusesClient
{
    public InboxPageable<ContactStatus> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        async token => (await api.ListAsync(V2Operations.ListStatuses.With(options), token).ReadAsync<PageResponse<ContactStatus>>().ConfigureAwait(false)).Data!,
        cancellationToken);

    public async Task<ContactStatus> GetAsync(string statusIdOrName, CancellationToken cancellationToken = default) =>
        await api.GetAsync(PathSegment.Validate(statusIdOrName), V2Operations.GetStatus.With(options), cancellationToken).ReadAsync<ContactStatus>().ConfigureAwait(false);

    public async Task<ContactStatus> CreateAsync(ContactStatusCreate status, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(status);
        status.Validate();
        return await api.CreateAsync(status, (V2Operations.CreateStatus with { Success = V2Responses.CreatedStatus(status.Name) }).With(options), cancellationToken).ReadAsync<ContactStatus>().ConfigureAwait(false);
    }

    public async Task<ContactStatus> UpdateAsync(string statusIdOrName, ContactStatusUpdate update, CancellationToken cancellationToken = default)
    {
        PathSegment.Validate(statusIdOrName);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        var operation = V2Operations.UpdateStatus with { Success = V2Responses.Status(update.Name.HasValue ? update.Name.Value : null) };
        return await api.UpdateAsync(statusIdOrName, update, operation.With(options), cancellationToken).ReadAsync<ContactStatus>().ConfigureAwait(false);
    }

    public async Task DeleteAsync(string statusIdOrName, CancellationToken cancellationToken = default) =>
        await api.DeleteAsync(PathSegment.Validate(statusIdOrName), V2Operations.DeleteStatus.With(options), cancellationToken).ReadNothingAsync().OrGoneAsync(InboxErrorCodes.StatusNotFound).ConfigureAwait(false);
}
