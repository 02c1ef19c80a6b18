namespace InboxSdk.Tests.Workflows;

/// <summary>Represents an application's fake of the client, with a fixed list of statuses and prospects.</summary>
internal sealed class ListedProspects(Status[] statuses, Prospect[] prospects) : IInboxClient, IProspectsClient, IStatusesClient
{
    public IProspectsClient Prospects => this;

    public IStatusesClient Statuses => this;

    public IThreadsClient Threads => throw new NotSupportedException();

    public ITagsClient Tags => throw new NotSupportedException();

    public IMembersClient Members => throw new NotSupportedException();

    public IInboxRateLimits RateLimits => throw new NotSupportedException();

    public IInboxClient WithOptions(Func<InboxRequestOptions, InboxRequestOptions> configure) => this;

    InboxPageable<Prospect> IProspectsClient.ListAsync(ThreadQuery? query, CancellationToken cancellationToken) => InboxPageable.FromItems(prospects);

    InboxPageable<Status> IStatusesClient.ListAsync(CancellationToken cancellationToken) => InboxPageable.FromItems(statuses);

    public Task<Status?> FindByNameAsync(string name, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<ProspectLookup> FindManyByPlatformIdAsync(IAsyncEnumerable<string> platformIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<ProspectLookup> GetManyAsync(IAsyncEnumerable<string> prospectIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect?> FindByPlatformIdAsync(string platformId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> GetAsync(string prospectId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> UpdateAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> AddTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> RemoveTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
