using InboxSdk.Sandbox.Faults;
using InboxSdk.Sandbox.Latency;
using InboxSdk.Sandbox.RateLimits;
using InboxSdk.Sandbox.RequestLog;
using InboxSdk.Sandbox.V1;
using InboxSdk.Sandbox.V2;
using InboxSdk.Sandbox.WebConsole;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Http;

/// <summary>Builds the middleware pipeline: the stages of every request, followed by those of its API version.</summary>
internal static class SandboxPipeline
{
    public const string V1Prefix = "/api/v1";
    public const string V2Prefix = "/api/v2";

    public static RequestDelegate Create(InboxSandboxOptions options, SandboxParts parts)
    {
        var v1Routes = V1Routes.Create(parts.State);
        var v2Routes = V2Routes.Create(parts.State);
        var v2Router = new Router(V2Prefix, v2Routes, parts.State.SyncRoot);
        var page = new FrontPage([(V1Prefix, v1Routes), (V2Prefix, v2Routes)]);

        var v1 = Version(options, parts, next => new V1Errors(next).InvokeAsync, new Router(V1Prefix, v1Routes, parts.State.SyncRoot), options.V1Sunset);
        var v2 = Version(options, parts, next => new V2Errors(parts.Clock, next).InvokeAsync, v2Router, sunset: null);

        RequestDelegate versions = http => http.Request.Path.StartsWithSegments(V2Prefix, StringComparison.Ordinal) ? v2(http)
            : FrontPage.IsWanted(http) ? page.SendAsync(http)
            : v1(http);
        // Outermost first.
        var api = Chain(
            versions,
            next => new LatencySimulation(parts.Latency, options.Seed, parts.Clock, next).InvokeAsync,
            next => new RequestLogging(parts.Requests, parts.Clock, v2Router.OperationOf, next).InvokeAsync);
        return parts.Exchanges is { } exchanges ? ConsolePipeline.Create(options, parts, exchanges, page, api) : api;
    }

    // Faults precede the API's own rules, which an applied fault runs to the end of their response, so errors are written on both sides of it.
    private static RequestDelegate Version(
        InboxSandboxOptions options, SandboxParts parts, Func<RequestDelegate, RequestDelegate> errors, Router router, DateTimeOffset? sunset) => Chain(
            router.InvokeAsync,
            errors,
            next => new FaultInjection(parts.Faults, parts.RateLimits, parts.Clock, next).InvokeAsync,
            errors,
            next => sunset is { } at ? new V1Sunset(at, V2Prefix, parts.Clock, next).InvokeAsync : next,
            next => new BearerAuthentication(options.Token, next).InvokeAsync,
            next => new RateLimitMiddleware(parts.RateLimits, next).InvokeAsync);

    private static RequestDelegate Chain(RequestDelegate innermost, params Func<RequestDelegate, RequestDelegate>[] stages) =>
        Enumerable.Reverse(stages).Aggregate(innermost, (next, stage) => stage(next));
}
