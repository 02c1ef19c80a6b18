namespace InboxSdk.Sandbox;

/// <summary>Specifies the algorithm of a rate limit.</summary>
public enum SandboxRateAlgorithm
{
    /// <summary>A sliding window: no period of the window's length contains more requests than the limit. A permit is restored when its request is as old as the
    /// window is long.</summary>
    Sliding,

    /// <summary>Consecutive windows, aligned to their length on the server's clock (those of a minute start on the minute), each of which allows the limit. All
    /// permits are restored at once; around that time, twice the limit can pass.</summary>
    Fixed,

    /// <summary>The generic cell rate algorithm: a burst of the limit, after which one permit is restored every <c>length / limit</c>.</summary>
    Gcra,
}
