using System.Collections.Concurrent;

namespace InboxSdk.Tests.Bulk;

/// <summary>Represents prospects in memory, whose responses to updates the test defines.</summary>
internal sealed class FakeProspects(Func<SentChange, CancellationToken, Task>? respond = null) : IInboxClient, IProspectsClient
{
    private readonly ConcurrentQueue<SentChange> _sent = new();

    public FakeProspects(Action<SentChange> respond)
        : this((change, _) =>
        {
            respond(change);
            return Task.CompletedTask;
        })
    {
    }

    /// <summary>Gets the changes that were sent, oldest first.</summary>
    public IReadOnlyList<SentChange> Sent => [.. _sent];

    /// <summary>Gets the rate limits of the client.</summary>
    public IInboxRateLimits? RateLimits { get; init; }

    IProspectsClient IInboxClient.Prospects => this;

    IThreadsClient IInboxClient.Threads => throw new NotSupportedException();

    ITagsClient IInboxClient.Tags => throw new NotSupportedException();

    IStatusesClient IInboxClient.Statuses => throw new NotSupportedException();

    IMembersClient IInboxClient.Members => throw new NotSupportedException();

    IInboxRateLimits IInboxClient.RateLimits => RateLimits ?? throw new NotSupportedException();

    IInboxClient IInboxClient.WithOptions(Func<InboxRequestOptions, InboxRequestOptions> configure) => throw new NotSupportedException();

    public async Task<Prospect> UpdateAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken = default)
    {
        var change = new SentChange(prospectId, update.Notes is { HasValue: true, Value: { } notes } ? notes : "");
        _sent.Enqueue(change);
        if (respond is not null)
            await respond(change, cancellationToken);
        return new() { Id = prospectId };
    }

    public IAsyncEnumerable<ProspectLookup> FindManyByPlatformIdAsync(IAsyncEnumerable<string> platformIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<ProspectLookup> GetManyAsync(IAsyncEnumerable<string> prospectIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect?> FindByPlatformIdAsync(string platformId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> GetAsync(string prospectId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> AddTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> RemoveTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public InboxPageable<Prospect> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}

/// <summary>Represents a change that the fake received.</summary>
internal sealed record SentChange(string ProspectId, string Notes);
