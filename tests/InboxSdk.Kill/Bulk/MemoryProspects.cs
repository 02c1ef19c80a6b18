namespace InboxSdk.Kill.Bulk;

/// <summary>Prospects that take every change, at once or nearly, and keep nothing.</summary>
internal sealed class MemoryProspects : IInboxClient, IProspectsClient
{
    private static readonly Prospect Updated = new() { Id = "prospect" };

    IProspectsClient IInboxClient.Prospects => this;

    IThreadsClient IInboxClient.Threads => throw new NotSupportedException();

    ITagsClient IInboxClient.Tags => throw new NotSupportedException();

    IStatusesClient IInboxClient.Statuses => throw new NotSupportedException();

    IMembersClient IInboxClient.Members => throw new NotSupportedException();

    IInboxRateLimits IInboxClient.RateLimits => throw new NotSupportedException();

    IInboxClient IInboxClient.WithOptions(Func<InboxRequestOptions, InboxRequestOptions> configure) => throw new NotSupportedException();

    public async Task<Prospect> UpdateAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return Updated;
    }

    public IAsyncEnumerable<ProspectLookup> FindManyByPlatformIdAsync(IAsyncEnumerable<string> platformIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<ProspectLookup> GetManyAsync(IAsyncEnumerable<string> prospectIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect?> FindByPlatformIdAsync(string platformId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> GetAsync(string prospectId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> AddTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> RemoveTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public InboxPageable<Prospect> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
