using System.Runtime.CompilerServices;
using InboxSdk.Paging;

namespace InboxSdk.Names;

/// <summary>A list that hardly changes, kept for <see cref="InboxClientOptions.NameCacheDuration"/> to find items by name. Simultaneous searches with the same options
/// and priority share one request. Thread-safe.</summary>
/// <param name="nameOf">Returns the name of an item.</param>
/// <param name="duration">How long a list is used; zero to request it for each search.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class NamedList<T>(Func<T, string> nameOf, TimeSpan duration, TimeProvider timeProvider)
    where T : class
{
    private readonly object _lock = new();
    private Loading? _loading;
    private IReadOnlyList<T>? _items;
    private long _loadedAt;
    private int _version;

    /// <summary>Finds the first item with a name, ignoring case; an exact match takes precedence.</summary>
    /// <param name="name">The name.</param>
    /// <param name="list">Requests the list: the method of a client, whose calls have the same options. Several searches can share it, so the token is not that of one caller.</param>
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
        return (await LoadAsync(list).WaitAsync(cancellationToken).ConfigureAwait(false)).Find(nameOf, name);
    }

    private IReadOnlyList<T>? Known()
    {
        lock (_lock)
            return _items is not null && timeProvider.GetElapsedTime(_loadedAt) < duration ? _items : null;
    }

    // Without the token of a caller, because others wait for it too; it ends with the deadline of the call. A search does not wait for one of another priority, which can take hours.
    private Task<IReadOnlyList<T>> LoadAsync(Func<CancellationToken, InboxPageable<T>> list)
    {
        var priority = RateLimitScope.Current;
        lock (_lock)
        {
            if (_loading is { Task.IsCompleted: false } loading && loading.Priority == priority && loading.List == list)
                return loading.Task;
            var version = _version;
            _loading = new(list, priority, Task.Run(() => ReadAsync(list(CancellationToken.None), version)));
            return _loading.Task;
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

    private sealed record Loading(Func<CancellationToken, InboxPageable<T>> List, RateLimitPriority Priority, Task<IReadOnlyList<T>> Task);
}
