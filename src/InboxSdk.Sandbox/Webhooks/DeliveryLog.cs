namespace InboxSdk.Sandbox.Webhooks;

/// <summary>The most recent attempts of all webhooks, numbered from 1. Thread-safe.</summary>
internal sealed class DeliveryLog
{
    private const int Capacity = 1_000;

    private readonly Queue<SandboxDelivery> _deliveries = new();
    private long _dropped;

    public IReadOnlyList<SandboxDelivery> Snapshot()
    {
        lock (_deliveries)
            return _deliveries.ToArray();
    }

    /// <summary>Returns the attempts after a number, oldest first, and of many only the newest.</summary>
    public IReadOnlyList<(long Number, SandboxDelivery Delivery)> After(long number, int count)
    {
        lock (_deliveries)
        {
            var skipped = (int)Math.Clamp(Math.Max(number - _dropped, _deliveries.Count - count), 0, _deliveries.Count);
            return [.. _deliveries.Skip(skipped).Select((delivery, index) => (_dropped + skipped + index + 1, delivery))];
        }
    }

    public SandboxDelivery? Find(long number)
    {
        lock (_deliveries)
            return number > _dropped && number <= _dropped + _deliveries.Count ? _deliveries.ElementAt((int)(number - _dropped - 1)) : null;
    }

    public void Add(SandboxDelivery delivery)
    {
        lock (_deliveries)
        {
            _deliveries.Enqueue(delivery);
            if (_deliveries.Count <= Capacity)
                return;
            _deliveries.Dequeue();
            _dropped++;
        }
    }
}
