namespace InboxSdk.Sandbox;

/// <summary>Specifies the latency of an exchange: half of it passes before the server receives the request, half before the response is sent.</summary>
/// <remarks>Each request draws from the range, uniformly, from <see cref="InboxSandboxOptions.Seed"/>. The default is no latency.</remarks>
/// <param name="Min">The minimum, 0 to 10 minutes.</param>
/// <param name="Max">The maximum, <paramref name="Min"/> to 10 minutes.</param>
public readonly record struct SandboxLatency(TimeSpan Min, TimeSpan Max)
{
    /// <summary>Initializes a latency that is the same for every request.</summary>
    /// <param name="each">The latency of each exchange, 0 to 10 minutes.</param>
    public SandboxLatency(TimeSpan each)
        : this(each, each)
    {
    }
}
