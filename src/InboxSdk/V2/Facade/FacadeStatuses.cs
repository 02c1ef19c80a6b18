using InboxSdk.Paging;

namespace InboxSdk.V2;

internal sealed class FacadeStatuses(IInboxV2Client inbox) : IStatusesClient
{
    public InboxPageable<Status> ListAsync(CancellationToken cancellationToken = default) =>
        inbox.Statuses.ListAsync(cancellationToken).Select(FacadeModels.ToStatus, cancellationToken);

    public Task<Status?> FindByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return ListAsync(cancellationToken).FindAsync(status => status.Name, name, cancellationToken);
    }
}
