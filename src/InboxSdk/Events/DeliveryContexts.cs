using System.Diagnostics;

namespace InboxSdk.Events;

/// <summary>The trace contexts of webhooks whose events are not processed yet, to link them. Thread-safe.</summary>
internal sealed class DeliveryContexts
{
    // A trace is worth no more memory than that.
    private const int Capacity = 1000;

    private readonly SortedDictionary<long, ActivityContext> _contexts = [];

    public void Add(long seq, ActivityContext context)
    {
        lock (_contexts)
        {
            if (_contexts.Count < Capacity)
                _contexts.TryAdd(seq, context);
        }
    }

    /// <summary>Returns the context of the delivery of an event, or the default if there was none.</summary>
    public ActivityContext Take(long seq)
    {
        lock (_contexts)
        {
            _contexts.Remove(seq, out var context);
            return context;
        }
    }

    public void RemoveUpTo(long seq)
    {
        lock (_contexts)
        {
            while (_contexts.Count > 0 && _contexts.First().Key is var first && first <= seq)
                _contexts.Remove(first);
        }
    }
}
