using System.Collections.Concurrent;

namespace InboxSdk.Http;

/// <summary>Ends attempts that take too long. What ended no attempt is used again, since every request needs one.</summary>
internal sealed class AttemptTimers(TimeProvider timeProvider)
{
    private const int MostKept = 64;

    private readonly ConcurrentQueue<CancellationTokenSource> _kept = new();

    /// <summary>Starts a timer whose token also ends with the caller's.</summary>
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
        // One whose time is up, or that runs on a clock of the application's own, cannot be used again.
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
            // Waits for a cancellation under way, which would otherwise hit the next attempt.
            caller.Dispose();
            owner.End(source);
        }
    }
}
