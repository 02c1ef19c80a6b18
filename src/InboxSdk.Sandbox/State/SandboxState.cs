namespace InboxSdk.Sandbox;

/// <summary>Holds the data of a sandbox: arrange it before a test, inspect it after. Thread-safe.</summary>
/// <remarks>
/// Values are immutable and lists are snapshots, so changing them does not affect the server. To change a value, pass its replacement to
/// <c>Update</c>. Every id that a value refers to must exist; otherwise, the call throws and changes nothing.
/// </remarks>
public sealed partial class SandboxState
{
    private readonly TimeProvider _clock;
    private int _seed;

    internal SandboxState(TimeProvider clock, int seed)
    {
        (_clock, _seed) = (clock, seed);
        EventLog = new(clock);
    }

    /// <summary>The one lock of the state. The server handles each request under it, so that a request is atomic.</summary>
    internal object SyncRoot { get; } = new();

    /// <summary>Occurs after all data was replaced, under the lock.</summary>
    internal event Action? Replaced;

    /// <summary>The number of times that all data was replaced.</summary>
    internal int ReplacedCount { get; private set; }

    /// <summary>The seed of the generated messages.</summary>
    internal int Seed => _seed;

    internal DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Replaces all data by those of another state, which must not be used afterwards. The events end; their numbers continue.</summary>
    internal void ReplaceBy(SandboxState other)
    {
        lock (SyncRoot)
        {
            _seed = other._seed;
            (_members, _accountLinks, _tags, _statuses) = (other._members, other._accountLinks, other._tags, other._statuses);
            (_prospects, _profiles, _threads, _timeline) = (other._prospects, other._profiles, other._threads, other._timeline);
            ReplacedCount++;
            EventLog.RemoveAll();
            Replaced?.Invoke();
        }
    }

    private TResult Locked<TResult>(Func<TResult> action)
    {
        lock (SyncRoot)
            return action();
    }
}
