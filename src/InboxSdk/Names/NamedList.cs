using System.Runtime.CompilerServices;
using InboxSdk.Paging;

namespace InboxSdk.Names;

/// <summary>A list that hardly changes, kept for <see cref="InboxClientOptions.NameCacheDuration"/> to find items by name. Simultaneous searches share one request. Thread-safe.</summary>
/// <param name="nameOf">Returns the name of an item.</param>
/// <param name="duration">How long a list is used; zero to request it for each search.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class NamedList<T>(Func<T, string> nameOf, TimeSpan duration, TimeProvider timeProvider)
    where T : class
{
    private readonly object _lock = new();
    private Task<IReadOnlyList<T>>? _loading;
    private IReadOnlyList<T>? _items;
    private long _loadedAt;
    private int _version;

    /// <summary>Finds the first item with a name, ignoring case; an exact match takes precedence.</summary>
    /// <param name="name">The name.</param>
    /// <param name="list">Requests the list. Several searches can share it, so the token is not that of one caller.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <param name="parameterName">The caller's parameter.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public Task<T?> FindAsync(
        string name, Func<CancellationToken, InboxPageable<T>> list, CancellationToken cancellationToken, [CallerArgumentExpression(nameof(name))] string? parameterName = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameterName);
        return duration == TimeSpan.Zero ? list(cancellationToken).FindAsync(nameOf, name, cancellationToken) : FindInCacheAsync(name, list, cancellationToken);
    }

    /// <summary>Forgets the list, because an item was changed. A request in flight may have been sent before, so its response is not used either.</summary>
    public void Clear()
    {
        lock (_lock)
            (_loading, _items, _version) = (null, null, _version + 1);
    }

    private async Task<T?> FindInCacheAsync(string name, Func<CancellationToken, InboxPageable<T>> list, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Known()?.Find(nameOf, name) is { } found)
            return found;
        // An item that is not in the list may be new.
        return (await LoadAsync(list(CancellationToken.None)).WaitAsync(cancellationToken).ConfigureAwait(false)).Find(nameOf, name);
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
