using System.Collections.Concurrent;

namespace InboxSdk.Tests.Bulk;

/// <summary>Prospects in memory whose answers to updates the test gives.</summary>
internal sealed class FakeProspects(Func<SentChange, CancellationToken, Task>? answer = null) : IProspectsClient
{
    private readonly ConcurrentQueue<SentChange> _sent = new();

    public FakeProspects(Action<SentChange> answer)
        : this((change, _) =>
        {
            answer(change);
            return Task.CompletedTask;
        })
    {
    }

    /// <summary>Gets what was sent, oldest first.</summary>
    public IReadOnlyList<SentChange> Sent => [.. _sent];

    public async Task<Prospect> UpdateContextAsync(string prospectId, ProspectContextUpdate update, CancellationToken cancellationToken = default)
    {
        var change = new SentChange(prospectId, update.Notes is { HasValue: true, Value: { } notes } ? notes : "");
        _sent.Enqueue(change);
        if (answer is not null)
            await answer(change, cancellationToken);
        return new() { Id = prospectId };
    }

    public Task<Prospect?> FindByPlatformIdAsync(string platformId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> GetAsync(string prospectId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> AddTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Prospect> RemoveTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public InboxPageable<Prospect> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}

/// <summary>A change as the fake saw it.</summary>
internal sealed record SentChange(string ProspectId, string Notes);
