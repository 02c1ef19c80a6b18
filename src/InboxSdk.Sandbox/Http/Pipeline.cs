using InboxSdk.Sandbox.RateLimits;
using InboxSdk.Sandbox.RequestLog;
using InboxSdk.Sandbox.V1;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Http;

/// <summary>Puts the stages of a request together.</summary>
internal static class Pipeline
{
    public const string V1Prefix = "/api/v1";

    public static RequestDelegate Create(InboxSandboxOptions options, SandboxState state, SandboxRequestLog log)
    {
        // Outermost first. A stage for faults belongs after the logging: whatever it does is then logged, and happens before the API's own rules.
        Func<RequestDelegate, RequestDelegate>[] stages =
        [
            next => new RequestLogging(log, options.TimeProvider, next).InvokeAsync,
            next => new V1Errors(next).InvokeAsync,
            next => new BearerAuthentication(options.Token, next).InvokeAsync,
            next => new RateLimiting(options.RateLimits, options.TimeProvider, next).InvokeAsync,
        ];
        RequestDelegate routes = new Router(V1Prefix, V1Routes.Create(state), state.Gate).InvokeAsync;
        return Enumerable.Reverse(stages).Aggregate(routes, (next, stage) => stage(next));
    }
}
