using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.RequestLog;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace InboxSdk.Sandbox.Faults;

/// <summary>Middleware that injects a fault, before the API handles the request or after the request is applied.</summary>
internal sealed class FaultInjection(SandboxFaults faults, SandboxRateLimiter limits, TimeProvider clock, RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var entry = http.Features.GetRequiredFeature<RequestEntry>();
        if (faults.Find(entry.Request) is not { } fault)
        {
            await next(http).ConfigureAwait(false);
            return;
        }

        entry.Request = entry.Request with { Fault = fault.Name };
        var headers = http.Response.Headers.ToArray();
        var body = fault.IsApplied ? await BufferedResponse.RunAsync(http, next).ConfigureAwait(false) : [];
        if (!fault.Headers.IsEmpty)
            http.Response.OnStarting(() => SetAsync(http.Response.Headers, fault.Headers));
        await fault.ActAsync(new FaultExchange(http, entry, headers, body, limits, clock)).ConfigureAwait(false);
    }

    private static Task SetAsync(IHeaderDictionary headers, IEnumerable<KeyValuePair<string, StringValues>> replacements)
    {
        // A header without values is removed.
        foreach (var (name, values) in replacements)
            headers[name] = values;
        return Task.CompletedTask;
    }
}
