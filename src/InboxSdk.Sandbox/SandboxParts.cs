using InboxSdk.Sandbox.Latency;
using InboxSdk.Sandbox.WebConsole;

namespace InboxSdk.Sandbox;

/// <summary>The services that the requests of one sandbox share. <c>Exchanges</c> are those that the console shows; null without a console.</summary>
internal sealed record SandboxParts(
    ServerClock Clock, SandboxState State, SandboxRequestLog Requests, SandboxRateLimiter RateLimits, LatencySetting Latency, SandboxFaults Faults, SandboxWebhooks Webhooks,
    ExchangeLog? Exchanges)
{
    public static SandboxParts Create(InboxSandboxOptions options)
    {
        var clock = new ServerClock(options.TimeProvider, options.ClockSkew);
        var state = new SandboxState(clock, options.Seed);
        return new(
            clock, state, new(options.RequestLogCapacity), new(options.RateLimits, clock), new(options.Latency), new(options.Seed, clock), new(state, options.Seed, clock),
            options.HasConsole ? new ExchangeLog(clock) : null);
    }
}
