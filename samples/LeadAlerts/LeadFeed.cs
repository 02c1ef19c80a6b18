using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace LeadAlerts;

/// <summary>The latest alerts, for the pages that are open and those that are opened later.</summary>
internal sealed class LeadFeed
{
    private const int Capacity = 50;

    private readonly Queue<LeadAlert> _latest = new();
    private readonly List<Channel<LeadAlert>> _pages = [];

    public void Add(LeadAlert alert)
    {
        lock (_latest)
        {
            _latest.Enqueue(alert);
            if (_latest.Count > Capacity)
                _latest.Dequeue();
            foreach (var page in _pages)
                page.Writer.TryWrite(alert);
        }
    }

    public async IAsyncEnumerable<LeadAlert> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A page that does not keep up misses the oldest alerts.
        var page = Channel.CreateBounded<LeadAlert>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_latest)
        {
            foreach (var alert in _latest)
                page.Writer.TryWrite(alert);
            _pages.Add(page);
        }

        try
        {
            await foreach (var alert in page.Reader.ReadAllAsync(cancellationToken))
                yield return alert;
        }
        finally
        {
            lock (_latest)
                _pages.Remove(page);
        }
    }
}
