namespace InboxSdk.Sandbox;

/// <summary>Says how a limit counts over time.</summary>
public enum SandboxRateAlgorithm
{
    /// <summary>No span of the window's length ever holds more requests than the limit. A permit comes back when its request is as old as the window
    /// is long.</summary>
    Sliding,

    /// <summary>Windows follow each other, aligned to their length on the server's clock (those of a minute begin on the minute), and each lets the limit
    /// through. All permits come back at once; around that moment twice the limit can pass.</summary>
    Fixed,

    /// <summary>The generic cell rate algorithm: a burst of the limit, and then one permit comes back every <c>length / limit</c>.</summary>
    Gcra,
}
