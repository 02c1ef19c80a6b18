using InboxSdk.V2;

namespace InboxSdk.Tests.Events;

/// <summary>Represents a store of processed events whose disk is full, or whose server does not respond.</summary>
internal sealed class FailingProcessedStore : IProcessedEventStore
{
    private readonly MemoryProcessedEventStore _store = new();
    private readonly TaskCompletionSource _completing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int ClaimFailures { get; set; }

    public int CompletionFailures { get; set; }

    public bool FailsToRelease { get; init; }

    public bool DoesNotRespond { get; init; }

    /// <summary>Gets a task that completes when an event is to be completed.</summary>
    public Task Completing => _completing.Task;

    public Task<EventClaim> ClaimAsync(string eventId, CancellationToken cancellationToken = default) =>
        --ClaimFailures >= 0 ? throw new IOException("The server does not respond.") : _store.ClaimAsync(eventId, cancellationToken);

    public async Task CompleteAsync(string eventId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _completing.TrySetResult();
        if (DoesNotRespond)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        if (--CompletionFailures >= 0)
            throw new IOException("The disk is full.");
        await _store.CompleteAsync(eventId, cancellationToken);
    }

    public Task ReleaseAsync(string eventId, CancellationToken cancellationToken = default) =>
        FailsToRelease ? throw new IOException("The disk is full.") : _store.ReleaseAsync(eventId, cancellationToken);
}
