namespace InboxSdk.Sandbox;

/// <summary>Limits the number of requests in a period.</summary>
public sealed record SandboxRateWindow
{
    /// <summary>Initializes a limit.</summary>
    /// <param name="limit">The maximum number of requests, 1 to 1,000,000.</param>
    /// <param name="length">The length of the period, greater than zero and at most a day.</param>
    /// <param name="scope">The requests that count. The default is reads and writes combined.</param>
    public SandboxRateWindow(int limit, TimeSpan length, SandboxRateScope scope = SandboxRateScope.All) => (Limit, Length, Scope) = (limit, length, scope);

    /// <summary>Gets the maximum number of requests, 1 to 1,000,000.</summary>
    public int Limit { get; init; }

    /// <summary>Gets the length of the period, greater than zero and at most a day.</summary>
    public TimeSpan Length { get; init; }

    /// <summary>Gets the requests that count. The default is reads and writes combined.</summary>
    public SandboxRateScope Scope { get; init; }
}
