namespace InboxSdk.Sandbox;

/// <summary>Holds the data of a sandbox: arrange it before a test, inspect it after. Safe to use from any thread.</summary>
/// <remarks>
/// What it hands out is immutable, and lists are snapshots: nothing done to them reaches the server. To change a thing, hand in its
/// replacement by <c>Update</c>. Ids that a thing refers to must exist, otherwise the call throws and changes nothing.
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

    /// <summary>One lock guards everything; the server answers each request under it, so a request is atomic.</summary>
    internal object Gate { get; } = new();

    internal DateTimeOffset Now => _clock.GetUtcNow();

    private TResult Locked<TResult>(Func<TResult> action)
    {
        lock (Gate)
            return action();
    }
}
