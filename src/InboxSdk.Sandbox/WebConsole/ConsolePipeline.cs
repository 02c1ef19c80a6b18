using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V1;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>Builds the pipeline of a sandbox with a console: its page and endpoints, and the API, whose exchanges are recorded.</summary>
internal static class ConsolePipeline
{
    public const string Prefix = "/sandbox";

    // No other source than this server, and no frame of another page.
    private const string ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static RequestDelegate Create(InboxSandboxOptions options, SandboxParts parts, ExchangeLog exchanges, FrontPage operations, RequestDelegate api)
    {
        var router = new Router(Prefix, ConsoleRoutes.Create(options, parts, exchanges), parts.State.SyncRoot);
        var stream = new ConsoleStream(parts, exchanges);
        var recorded = new ExchangeRecording(exchanges, api);
        var errors = new V1Errors(new ConsoleGuard(new ConsoleErrors(ServeAsync).InvokeAsync).InvokeAsync);

        return http => IsOfConsole(http.Request.Path) ? SecuredAsync(http) : recorded.InvokeAsync(http);

        Task SecuredAsync(HttpContext http)
        {
            var headers = http.Response.Headers;
            headers.CacheControl = "no-store";
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return errors.InvokeAsync(http);
        }

        async Task ServeAsync(HttpContext http)
        {
            var path = http.Request.Path;
            if (ConsolePage.Find(http) is { } file)
            {
                await file.SendAsync(http.Response).ConfigureAwait(false);
            }
            else if (path == Prefix + "/operations" && HttpMethods.IsGet(http.Request.Method))
            {
                // Its style is in the page.
                http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
                await operations.SendAsync(http).ConfigureAwait(false);
            }
            else if (path == Prefix + "/stream" && HttpMethods.IsGet(http.Request.Method))
            {
                await stream.SendAsync(http).ConfigureAwait(false);
            }
            else
            {
                http.Features.Set(await RequestBody.ReadAsync(http, path == Prefix + "/state" ? StateFile.MaxBytes : RequestBody.MaxBytes).ConfigureAwait(false));
                await router.InvokeAsync(http).ConfigureAwait(false);
            }
        }
    }

    private static bool IsOfConsole(PathString path) => path == "/" || path.StartsWithSegments(Prefix, StringComparison.Ordinal);
}
