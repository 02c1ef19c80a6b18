using InboxSdk.V2;

namespace InboxSdk.Tests.Events;

/// <summary>Represents the events of a team, as the API retains them.</summary>
internal sealed class EventLog : IEventsClient
{
    private readonly object _lock = new();
    private readonly List<InboxEvent> _events = [];
    private readonly Queue<Exception> _failures = new();
    private readonly List<long> _reads = [];

    public int PageSize { get; init; } = 1000;

    /// <summary>Gets the number after which each request reads.</summary>
    public IReadOnlyList<long> Reads
    {
        get
        {
            lock (_lock)
                return [.. _reads];
        }
    }

    /// <summary>Gets the token of the latest request: it is cancelled once the processor stops.</summary>
    public CancellationToken Token { get; private set; }

    public void Add(int count, Func<long, string>? objectId = null)
    {
        lock (_lock)
        {
            for (var i = 0; i < count; i++)
            {
                var seq = (_events.Count == 0 ? 0 : _events[^1].Seq) + 1;
                _events.Add(new() { Id = $"evt_{seq}", Seq = seq, Type = seq % 2 == 0 ? "tag.created" : "message.received", Object = new() { Id = objectId?.Invoke(seq) ?? $"o{seq}" } });
            }
        }
    }

    /// <summary>Removes the oldest events.</summary>
    public void Expire(long upTo)
    {
        lock (_lock)
            _events.RemoveAll(item => item.Seq <= upTo);
    }

    public void Fail(params Exception[] failures)
    {
        lock (_lock)
            failures.ToList().ForEach(_failures.Enqueue);
    }

    public InboxPageable<InboxEvent> ListAsync(long afterSeq = 0, EventQuery? query = null, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            _reads.Add(afterSeq);
            Token = cancellationToken;
            if (_failures.TryDequeue(out var failure))
                throw failure;
            var page = _events.Where(item => item.Seq > afterSeq).Take(PageSize).ToList();
            var items = page.Where(item => query!.Types.Count == 0 || query.Types.Contains(item.Type)).ToList();
            var hasMore = page.Count > 0 && page[^1].Seq < _events[^1].Seq;
            return InboxPageable.FromPages(new InboxPage<InboxEvent>(items, hasMore ? "more" : null) { LastSeq = page.Count == 0 ? null : page[^1].Seq });
        }
    }

    public IAsyncEnumerable<InboxEvent> FollowAsync(long afterSeq = 0, EventFollowOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The processor uses pages.");
}
