namespace InboxSdk.Sandbox;

/// <summary>Specifies the requests that a window counts.</summary>
public enum SandboxRateScope
{
    /// <summary>Reads and writes combined.</summary>
    All,

    /// <summary>Reads (GET).</summary>
    Reads,

    /// <summary>Writes (every other method).</summary>
    Writes,
}
