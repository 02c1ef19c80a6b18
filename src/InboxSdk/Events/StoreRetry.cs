using InboxSdk.V2;

namespace InboxSdk.Events;

/// <summary>Retries a call of a store that failed, so that a short interruption does not stop a processor. A stop ends the retries, but not the first call.</summary>
internal static class StoreRetry
{
    public static async Task RunAsync(Func<Task> call, EventProcessorOptions options, CancellationToken stop)
    {
        var maxRetries = Math.Max(options.MaxRetries, RetryDelay.MinStoreRetries);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await call().ConfigureAwait(false);
                return;
            }
            catch (EventCheckpointException) when (attempt <= maxRetries && !stop.IsCancellationRequested)
            {
                await Task.Delay(RetryDelay.After(attempt), options.TimeProvider, stop).ConfigureAwait(false);
            }
        }
    }
}
