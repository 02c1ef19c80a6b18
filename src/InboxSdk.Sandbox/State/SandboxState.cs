namespace InboxSdk.Sandbox;

/// <summary>Holds the data of a sandbox: arrange it before a test, inspect it after. Thread-safe.</summary>
/// <remarks>
/// Values are immutable and lists are snapshots, so changing them does not affect the server. To change a value, pass its replacement to
/// <c>Update</c>. Every id that a value refers to must exist; otherwise, the call throws and changes nothing.
/// Ids in the state are those of v2, of lower-case letters and digits, for any client of v2. Every method accepts the spelling of either API version, and <c>Add</c>
/// returns the id of v2: <c>prospectada</c> for <c>prospect_ada</c>. v1 accepts both, and returns the spelling that was added.
/// </remarks>
public sealed partial class SandboxState
{
    private readonly TimeProvider _clock;
    // By the id in the state, if it was given in another spelling.
    private Dictionary<string, string> _v1Ids = [];
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

    /// <summary>The ids that were given in another spelling than that of the state, by their id in the state.</summary>
    internal IReadOnlyDictionary<string, string> V1Ids => _v1Ids;

    internal DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Replaces all data by those of another state, which must not be used afterwards. The events end; their numbers continue.</summary>
    internal void ReplaceBy(SandboxState other)
    {
        lock (SyncRoot)
        {
            _seed = other._seed;
            (_members, _accountLinks, _tags, _statuses) = (other._members, other._accountLinks, other._tags, other._statuses);
            (_prospects, _profiles, _threads, _timeline) = (other._prospects, other._profiles, other._threads, other._timeline);
            _v1Ids = other._v1Ids;
            ReplacedCount++;
            EventLog.RemoveAll();
            Replaced?.Invoke();
        }
    }

    /// <summary>Returns the spelling in which an id was given, which v1 writes: <c>prospect_abc123</c> for <c>prospectabc123</c>.</summary>
    internal string V1Id(string id) => Locked(() => _v1Ids.GetValueOrDefault(id, id));

    /// <summary>Registers the spelling in which an id was given.</summary>
    internal void AddV1Id(string id, string given)
    {
        if (given != id)
            _v1Ids[id] = given;
    }

    private static string NewId(string kind, string id) => string.IsNullOrWhiteSpace(id) ? throw new ArgumentException($"A {kind} needs an id.") : V2Id.Of(id);

    private TResult Locked<TResult>(Func<TResult> action)
    {
        lock (SyncRoot)
            return action();
    }
}
