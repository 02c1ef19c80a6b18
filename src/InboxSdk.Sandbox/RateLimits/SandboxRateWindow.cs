namespace InboxSdk.Sandbox;

/// <summary>Limits the number of requests in a period.</summary>
/// <param name="Limit">The maximum number of requests, 1 to 1,000,000.</param>
/// <param name="Length">The length of the period, greater than zero and at most a day.</param>
/// <param name="Scope">The requests that count. The default is reads and writes combined.</param>
public sealed record SandboxRateWindow(int Limit, TimeSpan Length, SandboxRateScope Scope = SandboxRateScope.All);
