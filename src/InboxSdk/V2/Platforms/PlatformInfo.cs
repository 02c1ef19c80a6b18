namespace InboxSdk.V2;

/// <summary>A messaging platform the team can use, with what it can do.</summary>
public sealed record PlatformInfo
{
    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the name people know it by.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Gets what is shown before a username, such as <c>@</c>; empty for nothing.</summary>
    public string UsernamePrefix { get => field ?? ""; init; }

    /// <summary>Gets what the platform can do. What one account can do is in <see cref="AccountLink.Capabilities"/>.</summary>
    public IReadOnlyList<Capability> Capabilities { get => field ?? []; init; }

    /// <summary>Gets what a message may hold at most.</summary>
    public PlatformLimits Limits { get => field ?? NoLimits; init; }

    /// <summary>Gets for how many seconds after its creation a message can still be changed in a way, by the capability's text, such as
    /// <c>message:edit</c>. A capability that is not in it has no such window; nor has one whose number is <see langword="null"/>.</summary>
    public IReadOnlyDictionary<string, long?> MutationWindows { get => field ?? NoWindows; init; }

    /// <summary>Gets which state of a thread the platform shares.</summary>
    public PlatformThreadState ThreadState { get => field ?? NoState; init; }

    /// <summary>Gets for how long after its creation a message can still be changed in a way.</summary>
    /// <param name="capability">The way, such as <see cref="Capability.MessageEdit"/>.</param>
    /// <returns>The time; <see langword="null"/> when there is no such window.</returns>
    public TimeSpan? GetMutationWindow(Capability capability) =>
        MutationWindows.TryGetValue(capability.ToString(), out var seconds) && seconds is >= 0 and <= MaxWindowSeconds
            ? TimeSpan.FromSeconds((double)seconds.Value)
            : null;

    private const long MaxWindowSeconds = 3_000_000_000;

    private static readonly PlatformLimits NoLimits = new();
    private static readonly PlatformThreadState NoState = new();
    private static readonly Dictionary<string, long?> NoWindows = [];
}
