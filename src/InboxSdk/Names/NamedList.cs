using InboxSdk.Paging;

namespace InboxSdk.Names;

/// <summary>A list that hardly changes, kept for <see cref="InboxClientOptions.NameCacheDuration"/> to find items by name. Simultaneous searches share one request. Thread-safe.</summary>
internal sealed class NamedList<T>(TimeSpan duration, TimeProvider timeProvider)
    where T : class
{
    private readonly object _lock = new();
    private Task<IReadOnlyList<T>>? _loading;
    private IReadOnlyList<T>? _items;
    private long _loadedAt;
    private int _version;

    public async Task<T?> FindAsync(InboxPageable<T> list, Func<T, string> text, string wanted, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Known() is { } known && known.Find(text, wanted) is { } found)
            return found;
        // An item that is not in the list may be new.
        return (await LoadAsync(list).WaitAsync(cancellationToken).ConfigureAwait(false)).Find(text, wanted);
    }

    /// <summary>Forgets the list, because an item was changed. A request in flight may have been sent before, so its response is not used either.</summary>
    public void Clear()
    {
        lock (_lock)
            (_loading, _items, _version) = (null, null, _version + 1);
    }

    private IReadOnlyList<T>? Known()
    {
        lock (_lock)
            return _items is not null && timeProvider.GetElapsedTime(_loadedAt) < duration ? _items : null;
    }

    // Without the token of a caller, because others wait for it too; it ends with the deadline of the call.
    private Task<IReadOnlyList<T>> LoadAsync(InboxPageable<T> list)
    {
        lock (_lock)
        {
            if (_loading is { IsCompleted: false })
                return _loading;
            var version = _version;
            return _loading = Task.Run(() => ReadAsync(list, version));
        }
    }

    private async Task<IReadOnlyList<T>> ReadAsync(InboxPageable<T> list, int version)
    {
        IReadOnlyList<T> items = await list.ToListAsync(CancellationToken.None).ConfigureAwait(false);
        lock (_lock)
        {
            if (_version == version)
                (_items, _loadedAt) = (items, timeProvider.GetTimestamp());
        }

        return items;
    }
}
