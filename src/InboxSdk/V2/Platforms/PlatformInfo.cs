using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents a messaging platform available to the team, with its capabilities.</summary>
public sealed record PlatformInfo
{
    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the display name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the prefix of usernames, such as <c>@</c>, or empty if there is none.</summary>
    public string UsernamePrefix { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the capabilities of the platform. For those of an account, see <see cref="AccountLink.Capabilities"/>.</summary>
    public IReadOnlyList<Capability> Capabilities { get; init => field = ValueList.Of(value); } = ValueList<Capability>.Empty;

    /// <summary>Gets the limits of messages.</summary>
    public PlatformLimits Limits { get; init => field = value ?? NoLimits; } = NoLimits;

    /// <summary>Gets the number of seconds after its creation during which a message can be changed, by capability, such as <c>message:edit</c>. A capability that
    /// is missing or <see langword="null"/> has no time limit.</summary>
    public IReadOnlyDictionary<string, long?> MutationWindows { get; init => field = ValueMap<long?>.Of(value ?? ValueMap<long?>.Empty); } = ValueMap<long?>.Empty;

    /// <summary>Gets the thread state that the platform shares with Inbox.</summary>
    public PlatformThreadState ThreadState { get; init => field = value ?? NoState; } = NoState;

    /// <summary>Gets the time after its creation during which a message can be changed.</summary>
    /// <param name="capability">The kind of change, such as <see cref="Capability.MessageEdit"/>.</param>
    /// <returns>The time, or <see langword="null"/> if there is no limit.</returns>
    public TimeSpan? GetMutationWindow(Capability capability) =>
        MutationWindows.TryGetValue(capability.ToString(), out var seconds) && seconds is >= 0 and <= MaxWindowSeconds
            ? TimeSpan.FromSeconds((double)seconds.Value)
            : null;

    private const long MaxWindowSeconds = 3_000_000_000;

    private static readonly PlatformLimits NoLimits = new();
    private static readonly PlatformThreadState NoState = new();
}
