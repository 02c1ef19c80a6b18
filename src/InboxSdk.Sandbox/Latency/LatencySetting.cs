namespace InboxSdk.Sandbox.Latency;

/// <summary>The latency of each exchange, which can change at run time. Thread-safe.</summary>
internal sealed class LatencySetting(SandboxLatency latency)
{
    // Boxed, so that the two values change at once.
    private volatile object _value = latency;

    public SandboxLatency Value
    {
        get => (SandboxLatency)_value;
        set => _value = value;
    }
}
