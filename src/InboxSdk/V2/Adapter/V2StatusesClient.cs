using InboxSdk.Names;
using InboxSdk.Paging;

namespace InboxSdk.V2;

internal sealed class V2StatusesClient(IInboxV2Client inbox, RecentTagsAndStatuses recent, NamedList<Status> names) : IStatusesClient
{
    public InboxPageable<Status> ListAsync(CancellationToken cancellationToken = default) =>
        inbox.Statuses.ListAsync(cancellationToken).Select(status => recent.Add(status).ToStatus(), cancellationToken);

    public Task<Status?> FindByNameAsync(string name, CancellationToken cancellationToken = default) => names.FindAsync(name, ListAsync, cancellationToken);
}
