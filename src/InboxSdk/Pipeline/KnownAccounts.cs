namespace InboxSdk.Pipeline;

/// <summary>Stores the accounts of threads and messages, as responses contain them: a few thousand of the latest.</summary>
internal sealed class KnownAccounts
{
    private const int Generation = 4_096;

    private readonly object _lock = new();
    private Dictionary<string, string> _young = new(StringComparer.Ordinal);
    private Dictionary<string, string> _old = new(StringComparer.Ordinal);

    public void Learn(string id, string account)
    {
        if (id.Length == 0 || account.Length == 0)
            return;
        lock (_lock)
        {
            _young[id] = account;
            if (_young.Count == Generation)
                (_old, _young) = (_young, new(StringComparer.Ordinal));
        }
    }

    public string? Find(string id)
    {
        lock (_lock)
            return _young.GetValueOrDefault(id) ?? _old.GetValueOrDefault(id);
    }
}
