namespace InboxSdk.Names;

/// <summary>Finds statuses in a cached list.</summary>
internal sealed class CachedStatusesClient(IStatusesClient statuses, NamedList<Status> names) : IStatusesClient
{
    public InboxPageable<Status> ListAsync(CancellationToken cancellationToken = default) => statuses.ListAsync(cancellationToken);

    public Task<Status?> FindByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return names.FindAsync(statuses.ListAsync(CancellationToken.None), status => status.Name, name, cancellationToken);
    }
}
