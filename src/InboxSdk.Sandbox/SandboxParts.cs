namespace InboxSdk.Sandbox;

/// <summary>The services that the requests of one sandbox share.</summary>
internal sealed record SandboxParts(
    TimeProvider Clock, SandboxState State, SandboxRequestLog Requests, SandboxRateLimiter RateLimits, SandboxFaults Faults)
{
    public static SandboxParts Create(InboxSandboxOptions options)
    {
        var clock = new ServerClock(options.TimeProvider, options.ClockSkew);
        return new(clock, new(clock, options.Seed), new(options.RequestLogCapacity), new(options.RateLimits, clock), new(options.Seed, clock));
    }
}
