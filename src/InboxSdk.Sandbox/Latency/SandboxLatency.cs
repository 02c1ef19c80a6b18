namespace InboxSdk.Sandbox;

/// <summary>Says how long an exchange takes: half of it passes before the server sees the request, half before the answer leaves.</summary>
/// <remarks>Each request draws its own from the range, evenly, from <see cref="InboxSandboxOptions.Seed"/>. The default value is no latency.</remarks>
/// <param name="Min">The shortest, 0 to 10 minutes.</param>
/// <param name="Max">The longest, <paramref name="Min"/> to 10 minutes.</param>
public readonly record struct SandboxLatency(TimeSpan Min, TimeSpan Max)
{
    /// <summary>Makes a latency that is the same for every request.</summary>
    /// <param name="each">How long each exchange takes, 0 to 10 minutes.</param>
    public SandboxLatency(TimeSpan each)
        : this(each, each)
    {
    }
}
