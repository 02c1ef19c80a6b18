using System.Runtime.ExceptionServices;
using InboxSdk.V2;

namespace InboxSdk.Events;

/// <summary>Moves the checkpoint: to the last event before which all are done.</summary>
internal sealed class EventProgress(IEventCheckpoint checkpoint, EventProcessorOptions options, long seq, Action<long, DateTimeOffset?> report) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly object _lock = new();
    private IReadOnlyList<InboxEvent> _batch = [];
    private bool[] _isDone = [];
    private int _next;
    private long _seq = seq;

    // The first failure ends the run: the other handlers in progress do not retry once more.
    private ExceptionDispatchInfo? _fault;

    public void Begin(IReadOnlyList<InboxEvent> batch)
    {
        lock (_lock)
            (_batch, _isDone, _next) = (batch, new bool[batch.Count], 0);
    }

    /// <summary>Marks an event as done. Called concurrently.</summary>
    public async Task DoneAsync(int index, CancellationToken stop, CancellationToken abort)
    {
        lock (_lock)
            _isDone[index] = true;
        await _writing.WaitAsync(abort).ConfigureAwait(false);
        try
        {
            _fault?.Throw();
            if (Last() is { } last && last.Seq > _seq)
                await WriteAsync(last.Seq, last.CreatedAt, stop, abort).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Moves the checkpoint to a number when all events before it are done.</summary>
    public async Task MoveAsync(long to, CancellationToken stop, CancellationToken abort)
    {
        if (to > _seq)
            await WriteAsync(to, null, stop, abort).ConfigureAwait(false);
    }

    public void Dispose() => _writing.Dispose();

    private InboxEvent? Last()
    {
        lock (_lock)
        {
            while (_next < _isDone.Length && _isDone[_next])
                _next++;
            return _next == 0 ? null : _batch[_next - 1];
        }
    }

    // The event is handled, so a stop does not end the first attempt.
    private async Task WriteAsync(long to, DateTimeOffset? createdAt, CancellationToken stop, CancellationToken abort)
    {
        try
        {
            await StoreCall.RetryAsync(nameof(EventProcessorOptions.Checkpoint), token => checkpoint.WriteAsync(to, token), options, abort, stop).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _fault = ExceptionDispatchInfo.Capture(exception);
            throw;
        }

        _seq = to;
        report(to, createdAt);
    }
}
