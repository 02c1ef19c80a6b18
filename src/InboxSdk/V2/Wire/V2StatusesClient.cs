using InboxSdk.Http;
using InboxSdk.Paging;

namespace InboxSdk.V2;

internal sealed class V2StatusesClient(IV2StatusesApi api) : IContactStatusesClient
{
    public AsyncPageable<ContactStatus> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        async token => (await api.ListAsync(V2Operations.ListStatuses, token).ReadAsync(V2JsonContext.Default.PageAnswerContactStatus).ConfigureAwait(false)).Required(answer => answer.Data, V2Operations.ListStatuses),
        cancellationToken);

    public async Task<ContactStatus> GetAsync(string statusIdOrName, CancellationToken cancellationToken = default) =>
        await api.GetAsync(PathSegment.Validate(statusIdOrName), V2Operations.GetStatus, cancellationToken).ReadAsync(V2JsonContext.Default.ContactStatus, V2Operations.GetStatus).ConfigureAwait(false);

    public async Task<ContactStatus> CreateAsync(ContactStatusCreate status, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(status);
        status.Validate();
        return await api.CreateAsync(status, V2Operations.CreateStatus, cancellationToken).ReadAsync(V2JsonContext.Default.ContactStatus, V2Operations.CreateStatus).ConfigureAwait(false);
    }

    public async Task<ContactStatus> UpdateAsync(string statusIdOrName, ContactStatusUpdate update, CancellationToken cancellationToken = default)
    {
        PathSegment.Validate(statusIdOrName);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        return await api.UpdateAsync(statusIdOrName, update, V2Operations.UpdateStatus, cancellationToken).ReadAsync(V2JsonContext.Default.ContactStatus, V2Operations.UpdateStatus).ConfigureAwait(false);
    }

    public async Task DeleteAsync(string statusIdOrName, CancellationToken cancellationToken = default)
    {
        try
        {
            await api.DeleteAsync(PathSegment.Validate(statusIdOrName), V2Operations.DeleteStatus, cancellationToken).ReadNothingAsync().ConfigureAwait(false);
        }
        catch (InboxNotFoundException exception) when (exception.MayHaveTakenEffect)
        {
            // An attempt before deleted the status, and its answer was lost.
        }
    }
}
