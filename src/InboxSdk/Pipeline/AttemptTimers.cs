using System.Collections.Concurrent;

namespace InboxSdk.Pipeline;

/// <summary>Provides the timeouts of attempts. Timers that did not fire are reused, because every request needs one.</summary>
internal sealed class AttemptTimers(TimeProvider timeProvider)
{
    private const int MostKept = 64;

    private readonly ConcurrentQueue<CancellationTokenSource> _kept = new();

    /// <summary>Starts a timer whose token is also cancelled with that of the caller.</summary>
    public Timer Start(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (_kept.TryDequeue(out var source))
            source.CancelAfter(timeout);
        else
            source = new CancellationTokenSource(timeout, timeProvider);
        return new Timer(this, source, cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source));
    }

    private void End(CancellationTokenSource source)
    {
        // A timer that has fired, or that uses a clock of the application, cannot be reused.
        if (_kept.Count < MostKept && source.TryReset())
            _kept.Enqueue(source);
        else
            source.Dispose();
    }

    public readonly struct Timer(AttemptTimers owner, CancellationTokenSource source, CancellationTokenRegistration caller) : IDisposable
    {
        public CancellationToken Token => source.Token;

        public void Dispose()
        {
            // Waits for a cancellation in progress, which would otherwise affect the next attempt.
            caller.Dispose();
            owner.End(source);
        }
    }
}
