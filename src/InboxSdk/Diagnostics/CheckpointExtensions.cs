using Microsoft.Extensions.Logging;

namespace InboxSdk.Diagnostics;

internal static class CheckpointExtensions
{
    /// <summary>Disposes a checkpoint, which the application can have written: an exception is logged, so that it does not replace the result or the exception of the run.</summary>
    public static async Task CloseAsync(this IAsyncDisposable checkpoint, ILogger logger)
    {
        try
        {
            await checkpoint.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            logger.CheckpointNotDisposed(exception);
        }
    }
}
