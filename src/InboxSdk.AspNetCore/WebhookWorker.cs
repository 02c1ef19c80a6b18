using System.Diagnostics;
using InboxSdk.Diagnostics;
using InboxSdk.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Webhooks;

/// <summary>Calls the handlers of accepted deliveries. When the host stops, it handles those that wait until the host's timeout has passed.</summary>
internal sealed class WebhookWorker(WebhookReceiver receiver, IReadOnlyList<WebhookHandler> handlers, IServiceScopeFactory scopes, ILogger logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private int _handling;
    private int _isFormatReported;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Handlers may block before their first await, which must not delay the start.
        _running = Task.WhenAll(Enumerable.Range(0, receiver.Options.MaxConcurrency).Select(_ => Task.Run(RunAsync, CancellationToken.None)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        receiver.Complete();
        try
        {
            await _running.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            logger.DeliveriesLost(receiver.Waiting.Count + Volatile.Read(ref _handling));
            await _stop.CancelAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => _stop.Dispose();

    private async Task RunAsync()
    {
        try
        {
            await foreach (var (delivery, context) in receiver.Waiting.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                Interlocked.Increment(ref _handling);
                await HandleAsync(delivery, context).ConfigureAwait(false);
                Interlocked.Decrement(ref _handling);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The host has stopped.
        }
    }

    private async Task HandleAsync(WebhookDelivery delivery, ActivityContext context)
    {
        if (delivery.Event is null && handlers.Count > 0 && !handlers.Any(handler => handler.Handles(delivery)) && Interlocked.Exchange(ref _isFormatReported, 1) == 0)
            logger.FormatNotHandled(delivery.Format);

        var claim = new DeliveryClaim(receiver.Options, delivery);
        try
        {
            await HandleAsync(delivery, context, claim).ConfigureAwait(false);
        }
        finally
        {
            await ReleaseAsync(claim).ConfigureAwait(false);
        }
    }

    private async Task HandleAsync(WebhookDelivery delivery, ActivityContext context, DeliveryClaim claim)
    {
        var handled = 0;
        for (var attempt = 1; ; attempt++)
        {
            Exception failure;
            var maxRetries = receiver.Options.MaxRetries;
            try
            {
                if (!await claim.AcquireAsync(_stop.Token).ConfigureAwait(false))
                    return;
                handled = await CallAsync(delivery, context, handled).ConfigureAwait(false);
                await claim.CompleteAsync().ConfigureAwait(false);
                return;
            }
            catch (HandlerException exception) when (!_stop.IsCancellationRequested)
            {
                (handled, failure) = (exception.Handled, exception.InnerException!);
            }
            // Of the store of processed events.
            catch (Exception exception) when (!_stop.IsCancellationRequested)
            {
                failure = exception;
                maxRetries = Math.Max(maxRetries, RetryDelay.MinStoreRetries);
            }

            if (attempt > maxRetries)
            {
                await FailAsync(delivery, failure).ConfigureAwait(false);
                return;
            }

            var delay = RetryDelay.After(attempt);
            logger.HandlerRetrying(failure, attempt, delay);
            await Task.Delay(delay, receiver.Options.TimeProvider, _stop.Token).ConfigureAwait(false);
        }
    }

    // The handlers before the one that fails are not called again.
    private async Task<int> CallAsync(WebhookDelivery delivery, ActivityContext context, int handled)
    {
        var next = handled;
        var telemetry = ProcessTelemetry.Begin("webhooks", delivery.EventType == default ? delivery.Type : delivery.EventType.ToString(), context, receiver.Options.TimeProvider);
        try
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                for (; next < handlers.Count; next++)
                {
                    if (handlers[next].Handles(delivery))
                        await handlers[next].HandleAsync(scope.ServiceProvider, delivery, _stop.Token).ConfigureAwait(false);
                }
            }

            telemetry.End(exception: null);
            return next;
        }
        catch (Exception exception)
        {
            telemetry.End(exception);
            if (_stop.IsCancellationRequested)
                throw;
            // Of a handler, or of a service of its scope.
            throw new HandlerException(next, exception);
        }
    }

    private async Task ReleaseAsync(DeliveryClaim claim)
    {
        try
        {
            await claim.ReleaseAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            logger.ReleaseFailed(exception);
        }
    }

    private async Task FailAsync(WebhookDelivery delivery, Exception exception)
    {
        logger.HandlerFailed(exception);
        if (receiver.Options.OnFailed is not { } onFailed)
            return;
        try
        {
            await onFailed(delivery, exception, _stop.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (!_stop.IsCancellationRequested)
        {
            logger.FailureCallbackFailed(failure);
        }
    }

#pragma warning disable CA1032, CA1064 // Never leaves this class.
    private sealed class HandlerException(int handled, Exception exception) : Exception(message: null, exception)
    {
        public int Handled { get; } = handled;
    }
#pragma warning restore CA1032, CA1064
}
