using InboxSdk.Diagnostics;
using InboxSdk.V2;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Events;

/// <summary>Calls the handler for the events of a page: one after the other, or those of different objects concurrently.</summary>
internal sealed class EventWorker(Func<InboxEvent, CancellationToken, Task> handler, EventProcessorOptions options, DeliveryContexts deliveries, ILogger logger)
{
    private static readonly TimeSpan ClaimDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AbortLimit = TimeSpan.FromSeconds(5);

    public Task HandleAsync(IReadOnlyList<InboxEvent> events, EventProgress progress, CancellationToken stop, CancellationToken abort)
    {
        progress.Begin(events);
        var indexes = Enumerable.Range(0, events.Count);
        return options.MaxConcurrency == 1
            ? HandleInOrderAsync(events, indexes, progress, stop, stop, abort)
            : Parallel.ForEachAsync(
                indexes.GroupBy(index => events[index].Object.Id),
                new ParallelOptions { MaxDegreeOfParallelism = options.MaxConcurrency, CancellationToken = stop },
                async (group, failed) => await HandleInOrderAsync(events, group, progress, failed, stop, abort).ConfigureAwait(false));
    }

    /// <summary>Calls the callback for a gap. If it fails after all retries, the same happens as with an event.</summary>
    public async Task HandleGapAsync(EventGap gap, CancellationToken stop, CancellationToken abort)
    {
        if (options.OnGap is not { } onGap || await RetryAsync(token => onGap(gap, token), stop, abort).ConfigureAwait(false) is not { } failure)
            return;
        if (options.FailureMode == EventFailureMode.Stop)
            throw new EventProcessingException("EventProcessorOptions.OnGap failed after all retries. Fix its cause and start again: the processor begins with this gap.", failure);
        logger.GapCallbackFailed(failure);
    }

    // `next` ends the enumeration: a stop was requested, or another event failed.
    private async Task HandleInOrderAsync(
        IReadOnlyList<InboxEvent> events, IEnumerable<int> indexes, EventProgress progress, CancellationToken next, CancellationToken stop, CancellationToken abort)
    {
        foreach (var index in indexes)
        {
            next.ThrowIfCancellationRequested();
            await HandleOnceAsync(events[index], next, stop, abort).ConfigureAwait(false);
            await progress.DoneAsync(index, stop, abort).ConfigureAwait(false);
        }
    }

    private async Task HandleOnceAsync(InboxEvent item, CancellationToken next, CancellationToken stop, CancellationToken abort)
    {
        if (options.ProcessedEvents is not { } store || item.Id.Length == 0)
        {
            await HandleAsync(item, next, abort).ConfigureAwait(false);
            return;
        }

        if (!await ClaimAsync(store, item.Id, next).ConfigureAwait(false))
            return;
        try
        {
            await HandleAsync(item, next, abort).ConfigureAwait(false);
            await CompleteAsync(store, item.Id, stop, abort).ConfigureAwait(false);
        }
        catch
        {
            await ReleaseAsync(store, item.Id).ConfigureAwait(false);
            throw;
        }
    }

    // False if the event is processed.
    private async Task<bool> ClaimAsync(IProcessedEventStore store, string id, CancellationToken next)
    {
        while (true)
        {
            var claim = EventClaim.InProgress;
            await CallAsync(async token => claim = await store.ClaimAsync(id, token).ConfigureAwait(false), next, next).ConfigureAwait(false);
            if (claim != EventClaim.InProgress)
                return claim == EventClaim.Claimed;
            await Task.Delay(ClaimDelay, options.TimeProvider, next).ConfigureAwait(false);
        }
    }

    // The event is handled, so an abort does not cancel the call, but limits it.
    private async Task CompleteAsync(IProcessedEventStore store, string id, CancellationToken stop, CancellationToken abort)
    {
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, options.TimeProvider);
        using var registration = abort.UnsafeRegister(static source => ((CancellationTokenSource)source!).CancelAfter(AbortLimit), limit);
        await CallAsync(token => store.CompleteAsync(id, token), limit.Token, stop).ConfigureAwait(false);
    }

    private async Task ReleaseAsync(IProcessedEventStore store, string id)
    {
        try
        {
            await store.ReleaseAsync(id, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The caller throws why it released the event.
            logger.EventNotReleased(exception);
        }
    }

    private Task CallAsync(Func<CancellationToken, Task> call, CancellationToken cancellation, CancellationToken stop) =>
        StoreCall.RetryAsync(nameof(EventProcessorOptions.ProcessedEvents), call, options, cancellation, stop);

    private async Task HandleAsync(InboxEvent item, CancellationToken next, CancellationToken abort)
    {
        var delivery = deliveries.Take(item.Seq);
        var failure = await RetryAsync(
            async token =>
            {
                var telemetry = ProcessTelemetry.Begin("events", item.Type.ToString(), delivery, options.TimeProvider);
                try
                {
                    await handler(item, token).ConfigureAwait(false);
                    telemetry.End(exception: null);
                }
                catch (Exception exception)
                {
                    telemetry.End(exception);
                    throw;
                }
            },
            next,
            abort).ConfigureAwait(false);
        if (failure is not null)
            await FailAsync(item, failure, abort).ConfigureAwait(false);
    }

    // Returns the last exception if the call failed after all retries.
    private async Task<Exception?> RetryAsync(Func<CancellationToken, Task> call, CancellationToken next, CancellationToken abort)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await call(abort).ConfigureAwait(false);
                return null;
            }
            catch (Exception exception)
            {
                if (abort.IsCancellationRequested)
                    throw;
                if (attempt > options.MaxRetries)
                    return exception;
                var delay = RetryDelay.After(attempt);
                logger.EventHandlerRetrying(exception, attempt, delay);
                await Task.Delay(delay, options.TimeProvider, next).ConfigureAwait(false);
            }
        }
    }

    private async Task FailAsync(InboxEvent item, Exception exception, CancellationToken abort)
    {
        if (options.FailureMode == EventFailureMode.Stop)
            throw new EventProcessingException("The handler of an event failed after all retries. Fix its cause and start again: the processor begins with this event.", exception) { Event = item };
        logger.EventSkipped(exception);
        if (options.OnFailed is not { } onFailed)
            return;
        try
        {
            await onFailed(item, exception, abort).ConfigureAwait(false);
        }
        catch (Exception failure) when (!abort.IsCancellationRequested)
        {
            throw new EventProcessingException("EventProcessorOptions.OnFailed failed. The processor begins with this event after the next start.", failure) { Event = item };
        }
    }
}
