namespace InboxSdk.Sandbox;

/// <summary>Says which requests count against a window.</summary>
public enum SandboxRateScope
{
    /// <summary>Reads and writes together.</summary>
    All,

    /// <summary>Reads (GET).</summary>
    Reads,

    /// <summary>Writes (every other method).</summary>
    Writes,
}
