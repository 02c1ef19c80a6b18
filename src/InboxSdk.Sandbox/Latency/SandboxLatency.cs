namespace InboxSdk.Sandbox;

/// <summary>Specifies the latency of an exchange: half of it passes before the server receives the request, half before the response is sent.</summary>
/// <remarks>Each request draws from the range, uniformly, from <see cref="InboxSandboxOptions.Seed"/>. The default is no latency.</remarks>
public readonly record struct SandboxLatency
{
    /// <summary>Initializes a latency from a range.</summary>
    /// <param name="min">The minimum, 0 to 10 minutes.</param>
    /// <param name="max">The maximum, <paramref name="min"/> to 10 minutes.</param>
    public SandboxLatency(TimeSpan min, TimeSpan max) => (Min, Max) = (min, max);

    /// <summary>Initializes a latency that is the same for every request.</summary>
    /// <param name="each">The latency of each exchange, 0 to 10 minutes.</param>
    public SandboxLatency(TimeSpan each)
        : this(each, each)
    {
    }

    /// <summary>Gets the minimum, 0 to 10 minutes.</summary>
    public TimeSpan Min { get; init; }

    /// <summary>Gets the maximum, <see cref="Min"/> to 10 minutes.</summary>
    public TimeSpan Max { get; init; }
}
