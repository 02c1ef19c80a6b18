using InboxSdk.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>Middleware that rejects the pages of other sites, which the browser of this machine may show.</summary>
/// <remarks>
/// The server listens on the loopback address only, so the remaining way in is a browser. A page whose name resolves to the loopback address (DNS rebinding) sends
/// its own name as the host. Any other page sends its origin, or at least that the request crosses sites.
/// </remarks>
internal sealed class ConsoleGuard(RequestDelegate next)
{
    private static readonly string[] Hosts = ["127.0.0.1", "localhost"];

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (!Hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
            throw Forbidden($"The Host must be {string.Join(" or ", Hosts)}.");
        var (origin, site) = (request.Headers.Origin.ToString(), request.Headers["Sec-Fetch-Site"].ToString());
        // A link on another page can open the console, but not one of its endpoints.
        var isPage = request.Path == "/" && HttpMethods.IsGet(request.Method);
        if (!isPage && ((origin.Length > 0 && origin != $"http://{request.Host}") || site is not ("" or "same-origin" or "none")))
            throw Forbidden("Pages of other sites cannot use the console.");
        return next(http);
    }

    private static ApiError Forbidden(string message) => new(403, "FORBIDDEN", message);
}
