namespace InboxSdk.Sandbox;

/// <summary>Holds the data of a sandbox: arrange it before a test, inspect it after. Thread-safe.</summary>
/// <remarks>
/// Values are immutable and lists are snapshots, so changing them does not affect the server. To change a value, pass its replacement to
/// <c>Update</c>. Every id that a value refers to must exist; otherwise, the call throws and changes nothing.
/// </remarks>
public sealed partial class SandboxState
{
    private readonly TimeProvider _clock;
    private readonly int _seed;

    internal SandboxState(TimeProvider clock, int seed)
    {
        (_clock, _seed) = (clock, seed);
        EventLog = new(clock);
    }

    /// <summary>The one lock of the state. The server handles each request under it, so that a request is atomic.</summary>
    internal object SyncRoot { get; } = new();

    internal DateTimeOffset Now => _clock.GetUtcNow();

    private TResult Locked<TResult>(Func<TResult> action)
    {
        lock (SyncRoot)
            return action();
    }
}
