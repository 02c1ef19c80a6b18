using InboxSdk.Names;
using InboxSdk.Paging;
using InboxSdk.Pipeline;

namespace InboxSdk.V1;

internal sealed class V1StatusesClient(IV1StatusesApi api, NamedList<Status> names, InboxRequestOptions? options) : IStatusesClient
{
    // The order of v1's list is the order of the pipeline.
    public InboxPageable<Status> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        async token => (await api.ListAsync(IV1StatusesApi.List.Call(options, token)).ConfigureAwait(false)).Statuses!,
        cancellationToken);

    public Task<Status?> FindByNameAsync(string name, CancellationToken cancellationToken = default) => names.FindAsync(name, ListAsync, cancellationToken);
}
