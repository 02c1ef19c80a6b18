using InboxSdk.Sandbox.Faults;
using InboxSdk.Sandbox.Latency;
using InboxSdk.Sandbox.RateLimits;
using InboxSdk.Sandbox.RequestLog;
using InboxSdk.Sandbox.V1;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Http;

/// <summary>Puts the stages of a request together.</summary>
internal static class Pipeline
{
    public const string V1Prefix = "/api/v1";

    public static RequestDelegate Create(InboxSandboxOptions options, SandboxParts parts)
    {
        // Outermost first. Faults come before the API's own rules, which an applied fault lets run to the end of their answer; so errors are written on
        // both sides of it.
        Func<RequestDelegate, RequestDelegate>[] stages =
        [
            next => new LatencySimulation(options.Latency, options.Seed, parts.Clock, next).InvokeAsync,
            next => new RequestLogging(parts.Requests, parts.Clock, next).InvokeAsync,
            next => new V1Errors(next).InvokeAsync,
            next => new FaultInjection(parts.Faults, parts.Clock, next).InvokeAsync,
            next => new V1Errors(next).InvokeAsync,
            next => new BearerAuthentication(options.Token, next).InvokeAsync,
            next => new RateLimiting(parts.RateLimits, next).InvokeAsync,
        ];
        RequestDelegate routes = new Router(V1Prefix, V1Routes.Create(parts.State), parts.State.Gate).InvokeAsync;
        return Enumerable.Reverse(stages).Aggregate(routes, (next, stage) => stage(next));
    }
}
