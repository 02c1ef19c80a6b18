namespace InboxSdk.Sandbox;

/// <summary>Limits the requests within a length of time.</summary>
/// <param name="Limit">How many, 1 to 1,000,000.</param>
/// <param name="Length">Within how long, longer than zero and at most a day.</param>
/// <param name="Scope">Which requests count. Default: reads and writes together.</param>
public sealed record SandboxRateWindow(int Limit, TimeSpan Length, SandboxRateScope Scope = SandboxRateScope.All);
