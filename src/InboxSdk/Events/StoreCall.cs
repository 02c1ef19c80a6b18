using InboxSdk.V2;

namespace InboxSdk.Events;

/// <summary>Calls a store of <see cref="EventProcessorOptions"/>, which the application can have written.</summary>
internal static class StoreCall
{
    /// <summary>Calls a store once, and maps what it throws.</summary>
    /// <param name="option">The name of the option of the store.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Cancels the call.</param>
    /// <exception cref="EventCheckpointException">The call failed.</exception>
    public static async Task RunAsync(string option, Func<CancellationToken, Task> call, CancellationToken cancellation)
    {
        try
        {
            await call(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (EventCheckpointException or InboxLeaseLostException)
            && !(exception is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            throw new EventCheckpointException($"EventProcessorOptions.{option} failed: {exception.Message}", exception);
        }
    }

    /// <summary>Retries a call that failed, so that a short interruption does not stop a processor. A stop ends the retries, but not the first call.</summary>
    public static async Task RetryAsync(
        string option, Func<CancellationToken, Task> call, EventProcessorOptions options, CancellationToken cancellation, CancellationToken stop)
    {
        var maxRetries = Math.Max(options.MaxRetries, RetryDelay.MinStoreRetries);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await RunAsync(option, call, cancellation).ConfigureAwait(false);
                return;
            }
            catch (EventCheckpointException) when (attempt <= maxRetries && !stop.IsCancellationRequested)
            {
                await Task.Delay(RetryDelay.After(attempt), options.TimeProvider, stop).ConfigureAwait(false);
            }
        }
    }
}
