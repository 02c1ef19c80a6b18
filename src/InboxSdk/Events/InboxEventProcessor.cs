using System.Diagnostics;
using InboxSdk.Diagnostics;
using InboxSdk.Events;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace InboxSdk.V2;

/// <summary>Processes every event of a team, in order and at least once: it reads them from a durable checkpoint, calls a handler, and moves the checkpoint when the handler is done.
/// After a crash it resumes there.</summary>
/// <remarks>
/// <para>While there are no events it polls, less and less often. <see cref="Wake"/> lets it read at once: call it when a webhook arrives. So the latency is that of webhooks, and order
/// and completeness do not depend on them.</para>
/// <para>At most one page of events is in memory. A request that fails is retried until it succeeds, with delays up to a minute.</para>
/// </remarks>
public sealed class InboxEventProcessor : IDisposable
{
    private static readonly TimeSpan StandbyDelay = TimeSpan.FromSeconds(1);

    private readonly IEventsClient _events;
    private readonly Func<InboxEvent, CancellationToken, Task> _handler;
    private readonly EventProcessorOptions _options;
    private readonly EventBell _bell;
    private readonly EventStatus _status;
    private readonly DeliveryContexts _deliveries = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isStarted;
    private volatile bool _isForwardingFailing;

    /// <summary>Initializes a processor.</summary>
    /// <param name="events">The client of the events.</param>
    /// <param name="handler">Handles an event. It is called again if it throws an exception, and can be called again after a crash.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OptionsValidationException">There is no checkpoint, or an option is invalid.</exception>
    public InboxEventProcessor(IEventsClient events, Func<InboxEvent, CancellationToken, Task> handler, EventProcessorOptions options)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        (_events, _handler, _options) = (events, handler, options.Copy());
        _bell = new(_options.TimeProvider);
        _status = new(_options.TimeProvider);
    }

    /// <summary>Gets the current status. Thread-safe.</summary>
    public EventProcessorStatus Status => _status.Value;

    /// <summary>Lets the processor read events at once instead of after its polling delay. Several calls cause one request, at most one per
    /// <see cref="EventProcessorOptions.MinDelay"/>, and do not shorten the delay that follows. A processor that stands by wakes the one in the other process, if the store can
    /// (<see cref="IEventCheckpointStore.ForwardWakeAsync"/>). Thread-safe.</summary>
    /// <param name="seq">The sequence number of the event that a webhook reported, from <c>WebhookDelivery.Event</c>: if the event is processed already, there is no request. The
    /// default is <see langword="null"/>, unknown.</param>
    public void Wake(long? seq = null)
    {
        if (!_status.Wake(seq))
        {
            if (_status.Value.IsStandby)
                _ = ForwardAsync(seq);
            return;
        }

        // The activity of the request that delivered the webhook.
        if (seq is { } number && Activity.Current is { } delivery)
            _deliveries.Add(number, delivery.Context);
        _bell.Ring();
    }

    /// <summary>Processes events until the processor is stopped. A processor runs once. With a store that several processes share, it stands by while another process has the
    /// checkpoint, and again after it has lost it.</summary>
    /// <param name="cancellationToken">Cancels the run at once, including the handler. To let the handler finish, call <see cref="StopAsync"/>.</param>
    /// <returns>A task that completes when <see cref="StopAsync"/> was called, and fails when the processor cannot continue.</returns>
    /// <exception cref="InvalidOperationException">The processor was started before.</exception>
    /// <exception cref="EventCheckpointException">The checkpoint cannot be opened, read or written, or another processor has it open and the store is for one process; or
    /// <see cref="EventProcessorOptions.ProcessedEvents"/> failed after all retries.</exception>
    /// <exception cref="EventProcessingException">The handler of an event or <see cref="EventProcessorOptions.OnGap"/> failed after all retries, and <see cref="EventProcessorOptions.FailureMode"/> is
    /// <see cref="EventFailureMode.Stop"/>; or an event is larger than <see cref="InboxClientOptions.MaxResponseBytes"/>.</exception>
    /// <exception cref="InboxTransportException">The client was disposed. <see cref="InboxTransportException.Reason"/> is <see cref="InboxTransportReason.ClientDisposed"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isStarted, 1) == 1)
            throw new InvalidOperationException("The processor was started before. Create another one.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _aborting.Token);
        EventMetrics.Add(this, _options.TimeProvider);
        try
        {
            await RunWhileHeldAsync(stop.Token, abort.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Stopped as requested.
        }
        finally
        {
            EventMetrics.Remove(this);
            _status.End();
            _ended.TrySetResult();
        }
    }

    /// <summary>Stops the processor after the events in progress.</summary>
    /// <param name="cancellationToken">Cancels the handlers in progress, and the wait for them. Their events are processed again after the next start.</param>
    /// <returns>A task that completes when the run has ended, or when <paramref name="cancellationToken"/> is cancelled.</returns>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref _isStarted, 1) == 0)
            return;
        try
        {
            await _ended.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await _aborting.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Releases the resources. Stop the processor before.</summary>
    public void Dispose()
    {
        _stopping.Dispose();
        _aborting.Dispose();
    }

    // Processes events each time that this processor gets the checkpoint, until it is lost.
    private async Task RunWhileHeldAsync(CancellationToken stop, CancellationToken abort)
    {
        var logger = _options.Logger ?? NullLogger.Instance;
        for (var isFirst = true; ; isFirst = false)
        {
            _status.StandBy();
            var (checkpoint, seq) = await OpenAsync(logger, isFirst, stop).ConfigureAwait(false);
            using var stopOrLost = CancellationTokenSource.CreateLinkedTokenSource(stop, checkpoint.Lost);
            using var abortOrLost = CancellationTokenSource.CreateLinkedTokenSource(abort, checkpoint.Lost);
            try
            {
                await RunAsync(checkpoint, seq ?? _options.InitialSeq, logger, stopOrLost.Token, abortOrLost.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (checkpoint.Lost.IsCancellationRequested && exception is not EventProcessingException)
            {
                // Whatever it is, it ended the handlers: their cancellation, or a write that was rejected.
                logger.EventCheckpointLost(exception is OperationCanceledException ? null : exception);
            }
            finally
            {
                await checkpoint.CloseAsync(logger).ConfigureAwait(false);
            }
        }
    }

    // The first call checks the setup. Once the store has returned, what fails is an interruption.
    private async Task<(IEventCheckpoint Checkpoint, long? Seq)> OpenAsync(ILogger logger, bool isFirst, CancellationToken stop)
    {
        var failureCount = 0;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var delay = StandbyDelay;
            try
            {
                if (await TryOpenAsync(logger, stop).ConfigureAwait(false) is { } opened)
                    return opened;
                (isFirst, failureCount) = (false, 0);
                _status.StandBy();
            }
            catch (EventCheckpointException exception) when (!isFirst)
            {
                _status.Fail();
                // Once per interruption.
                if (failureCount++ == 0)
                    logger.EventCheckpointUnavailable(exception);
                delay = RetryDelay.After(failureCount);
            }

            await Task.Delay(delay, _options.TimeProvider, stop).ConfigureAwait(false);
        }
    }

    // Null if another processor has the checkpoint.
    private async Task<(IEventCheckpoint Checkpoint, long? Seq)?> TryOpenAsync(ILogger logger, CancellationToken stop)
    {
        const string option = nameof(EventProcessorOptions.Checkpoint);
        IEventCheckpoint? checkpoint = null;
        await StoreCall.RunAsync(option, async token => checkpoint = await _options.Checkpoint!.OpenAsync(token).ConfigureAwait(false), stop).ConfigureAwait(false);
        if (checkpoint is null)
            return null;
        try
        {
            long? seq = null;
            await StoreCall.RunAsync(option, async token => seq = await checkpoint.ReadAsync(token).ConfigureAwait(false), stop).ConfigureAwait(false);
            return (checkpoint, seq);
        }
        catch (Exception exception)
        {
            var isLost = checkpoint.Lost.IsCancellationRequested;
            await checkpoint.CloseAsync(logger).ConfigureAwait(false);
            if (isLost && exception is not OperationCanceledException)
                return null;
            throw;
        }
    }

    private async Task RunAsync(IEventCheckpoint checkpoint, long after, ILogger logger, CancellationToken stop, CancellationToken abort)
    {
        var reader = new EventReader(_events, _options, _status, logger);
        var worker = new EventWorker(_handler, _options, _deliveries, logger);
        _status.Start(after);
        using var progress = new EventProgress(checkpoint, _options, after, _status.Move);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        // Not on this thread, and cancelled here: a store of the application may neither return nor heed the token.
        var receiving = Task.Run(() => ReceiveForwardedAsync(checkpoint, logger, end.Token), CancellationToken.None);
        try
        {
            await ProcessAsync(reader, worker, progress, after, logger, stop, abort).ConfigureAwait(false);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await receiving.ConfigureAwait(false);
        }
    }

    private async Task ProcessAsync(EventReader reader, EventWorker worker, EventProgress progress, long after, ILogger logger, CancellationToken stop, CancellationToken abort)
    {
        var delay = _options.MinDelay;
        var isWoken = false;
        while (true)
        {
            _bell.Begin();
            _status.BeginRead();
            var batch = await reader.ReadAsync(after, stop).ConfigureAwait(false);
            _status.EndRead(batch);
            if (GapBefore(batch, after) is { } gap)
            {
                logger.EventsMissing(gap.MissingCount);
                await worker.HandleGapAsync(gap, stop, abort).ConfigureAwait(false);
                // The next start does not report it again.
                await progress.MoveAsync(gap.BeforeSeq - 1, stop, abort).ConfigureAwait(false);
            }

            await worker.HandleAsync(batch.Events, progress, stop, abort).ConfigureAwait(false);
            // Also if the filter excluded all of them.
            await progress.MoveAsync(batch.LastSeq, stop, abort).ConfigureAwait(false);

            // Events that no webhook reported: there may be more. Those of webhooks do not shorten the delay.
            if (batch.Events.Count > 0 && !isWoken)
                delay = _options.MinDelay;
            var hasMoved = batch.LastSeq > after;
            after = batch.LastSeq;
            _status.Complete(batch);
            _deliveries.RemoveUpTo(after);
            // If there is more but no progress, the next request would get the same response; so wait then too.
            if (batch.HasMore && hasMoved)
                continue;
            isWoken = await _bell.WaitAsync(delay, _options.MinDelay, stop).ConfigureAwait(false);
            if (!isWoken)
                delay = delay * 2 < _options.MaxDelay ? delay * 2 : _options.MaxDelay;
        }
    }

    private async Task ForwardAsync(long? seq)
    {
        try
        {
            await _options.Checkpoint!.ForwardWakeAsync(seq).ConfigureAwait(false);
            _isForwardingFailing = false;
        }
        catch (Exception exception)
        {
            // Once per interruption: the other process reads the event after its delay.
            if (!_isForwardingFailing)
                (_options.Logger ?? NullLogger.Instance).WakeNotForwarded(exception);
            _isForwardingFailing = true;
        }
    }

    private async Task ReceiveForwardedAsync(IEventCheckpoint checkpoint, ILogger logger, CancellationToken end)
    {
        try
        {
            while (!end.IsCancellationRequested)
                Wake(await checkpoint.WaitForWakeAsync(end).WaitAsync(end).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Stopped, or lost.
        }
        catch (Exception exception)
        {
            logger.WakeNotForwarded(exception);
        }
    }

    // A filter leaves numbers out, and the first start has no event before.
    private EventGap? GapBefore(EventBatch batch, long after) =>
        after > 0 && _options.Query.Types.Count == 0 && batch.Events is [{ } first, ..] && first.Seq > after + 1 ? new() { AfterSeq = after, BeforeSeq = first.Seq } : null;
}
