using System.Threading.Channels;
using InboxSdk.V2;

namespace InboxSdk.Tests.Events;

/// <summary>Represents a store that other processes also use.</summary>
internal sealed class SharedStore : IEventCheckpointStore, IDisposable
{
    private readonly Channel<long?> _wakes = Channel.CreateUnbounded<long?>();
    private TaskCompletionSource _granted = Granted();
    private CancellationTokenSource _lost = new();

    public long? Seq { get; set; }

    public int OpenFailures { get; set; }

    /// <summary>Gets or sets whether another process has the store open.</summary>
    public bool IsHeld { get; set; }

    public bool LosesAtWrite { get; set; }

    public int ClosedCount { get; private set; }

    /// <summary>Gets the webhooks that the processor has forwarded to the process that has the store open.</summary>
    public List<long?> Forwarded { get; } = [];

    public bool FailsToForward { get; set; }

    /// <summary>Gets or sets what the store returns instead of webhooks, regardless of the token.</summary>
    public Task<long?>? Wake { get; set; }

    /// <summary>Gets whether the processor waits for webhooks of other processes.</summary>
    public bool HasReader { get; private set; }

    public void Block() => _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Grant() => _granted.SetResult();

    public void Lose() => _lost.Cancel();

    public void Dispose() => _lost.Dispose();

    public async Task<IEventCheckpoint?> OpenAsync(CancellationToken cancellationToken = default)
    {
        if (--OpenFailures >= 0)
            throw new EventCheckpointException("The server does not respond.");
        if (IsHeld)
            return null;
        await _granted.Task.WaitAsync(cancellationToken);
        _lost = new();
        return new Checkpoint(this, _lost.Token);
    }

    public Task ForwardWakeAsync(long? seq, CancellationToken cancellationToken = default)
    {
        if (FailsToForward)
            throw new EventCheckpointException("The server does not respond.");
        Forwarded.Add(seq);
        return Task.CompletedTask;
    }

    /// <summary>Forwards a webhook from another process.</summary>
    public void ForwardFromAnother(long? seq) => _wakes.Writer.TryWrite(seq);

    private static TaskCompletionSource Granted()
    {
        var granted = new TaskCompletionSource();
        granted.SetResult();
        return granted;
    }

    private sealed class Checkpoint(SharedStore store, CancellationToken lost) : IEventCheckpoint
    {
        public CancellationToken Lost => lost;

        public Task<long?> ReadAsync(CancellationToken cancellationToken = default) => Task.FromResult(store.Seq);

        public Task WriteAsync(long seq, CancellationToken cancellationToken = default)
        {
            if (store.LosesAtWrite)
            {
                store.LosesAtWrite = false;
                store.Lose();
                return Task.FromException(new InboxLeaseLostException("Another process has it."));
            }

            store.Seq = seq;
            return Task.CompletedTask;
        }

        public async Task<long?> WaitForWakeAsync(CancellationToken cancellationToken = default)
        {
            if (store.Wake is { } wake)
                return await wake;
            store.HasReader = true;
            try
            {
                return await store._wakes.Reader.ReadAsync(cancellationToken);
            }
            finally
            {
                store.HasReader = false;
            }
        }

        public ValueTask DisposeAsync()
        {
            store.ClosedCount++;
            return ValueTask.CompletedTask;
        }
    }
}
