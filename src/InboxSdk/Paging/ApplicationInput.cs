namespace InboxSdk.Paging;

/// <summary>Enumerates a sequence of the application, which can ignore its token, for example while it waits for a queue.</summary>
/// <param name="items">The sequence.</param>
/// <param name="cancellationToken">Ends the enumeration at once, even if the sequence does not return.</param>
internal sealed class ApplicationInput<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<T> _items = items.GetAsyncEnumerator(cancellationToken);
    private Task<bool>? _pending;

    public T Current => _items.Current;

    public ValueTask<bool> MoveNextAsync()
    {
        var next = _items.MoveNextAsync();
        if (next.IsCompleted)
            return next;
        _pending = next.AsTask();
        return new(_pending.WaitAsync(cancellationToken));
    }

    public ValueTask DisposeAsync()
    {
        if (_pending is not { IsCompleted: false })
            return _items.DisposeAsync();
        // An enumerator must not be disposed while it moves. It is disposed once it returns, if ever; the caller does not wait for that.
        _ = DisposeLaterAsync(_pending, _items);
        return default;
    }

    private static async Task DisposeLaterAsync(Task pending, IAsyncEnumerator<T> items)
    {
        await pending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await items.DisposeAsync().ConfigureAwait(false);
    }
}
