using System.Runtime.CompilerServices;

namespace InboxSdk.Tests.Workflows;

/// <summary>Represents an application's fake of the client, whose list returns one prospect and then blocks until it is canceled.</summary>
internal sealed class StalledList(Tag tag) : InboxPageable<Prospect>, IInboxClient, IProspectsClient, ITagsClient
{
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the enumeration has ended.</summary>
    public Task Stopped => _stopped.Task;

    public IProspectsClient Prospects => this;

    public ITagsClient Tags => this;

    public IThreadsClient Threads => throw new NotSupportedException();

    public IStatusesClient Statuses => throw new NotSupportedException();

    public IMembersClient Members => throw new NotSupportedException();

    public IInboxRateLimits RateLimits => throw new NotSupportedException();

    public IInboxClient WithOptions(Func<InboxRequestOptions, InboxRequestOptions> configure) => this;

    public override IAsyncEnumerable<InboxPage<Prospect>> AsPages(string? continuationToken = null, int? pageSize = null) => PagesAsync();

    InboxPageable<Prospect> IProspectsClient.ListAsync(ThreadQuery? query, CancellationToken cancellationToken) => this;

    InboxPageable<Tag> ITagsClient.ListAsync(CancellationToken cancellationToken) => InboxPageable.FromItems(tag);

    public Task<Tag?> FindByNameAsync(string name, CancellationToken cancellationToken = default) => Task.FromResult<Tag?>(tag);

    public Task<Prospect> UpdateAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken = default) =>
        Task.FromResult(new Prospect { Id = prospectId });

    public Task<Tag> CreateAsync(TagCreate tag, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Tag> UpdateAsync(string tagId, TagUpdate update, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task DeleteAsync(string tagId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> GetColorsAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<ProspectLookup> FindManyByPlatformIdAsync(IAsyncEnumerable<string> platformIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<ProspectLookup> GetManyAsync(IAsyncEnumerable<string> prospectIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect?> FindByPlatformIdAsync(string platformId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> GetAsync(string prospectId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> AddTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> RemoveTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private async IAsyncEnumerable<InboxPage<Prospect>> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // A run that is left early cancels a read, or disposes the enumeration before it reads again.
        try
        {
            yield return new([new() { Id = "prospect_1" }], "more");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            _stopped.SetResult();
        }
    }
}
