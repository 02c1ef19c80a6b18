using InboxSdk.Sandbox.RequestLog;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InboxSdk.Sandbox.Http;

/// <summary>The innermost stage: finds the route of a request and answers it under the state's lock, as one atomic step.</summary>
internal sealed class Router(string prefix, IReadOnlyList<Route> routes, object gate)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var (handler, ids) = Find(http);
        var call = new ApiCall(http, ids, http.Features.GetRequiredFeature<RequestBody>(), http.Features.GetRequiredFeature<RequestEntry>().OnAnswered);

        Reply reply;
        lock (gate)
            reply = handler(call);
        await reply.SendAsync(http.Response).ConfigureAwait(false);
    }

    /// <summary>Names the operation that a request asks for.</summary>
    /// <returns>The name, or null when the request is another API's or nobody's.</returns>
    public string? OperationOf(HttpContext http) =>
        Segments(http) is { } path ? routes.FirstOrDefault(route => route.Method == http.Request.Method && route.Matches(path, out _))?.Operation : null;

    private (Func<ApiCall, Reply> Handler, IReadOnlyList<string> Ids) Find(HttpContext http)
    {
        if (Segments(http) is { } path)
        {
            List<string>? ids = null;
            // The first template that fits is the path's: the table lists tags/colors before tags/{id}.
            if (routes.FirstOrDefault(route => route.Matches(path, out ids)) is { } first)
            {
                var samePath = routes.Where(route => route.Template == first.Template).ToList();
                return samePath.Find(route => route.Method == http.Request.Method) is { } match
                    ? (match.Handler, ids!)
                    : throw MethodNotAllowed(http, samePath);
            }
        }

        throw ApiError.NotFound("NOT_FOUND", $"There is nothing at {http.Request.Path}.");
    }

    // The server decodes every character of a path but the slash.
    private string[]? Segments(HttpContext http) =>
        http.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest) && rest.HasValue
            ? [.. rest.Value![1..].Split('/').Select(segment => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase))]
            : null;

    private static ApiError MethodNotAllowed(HttpContext http, List<Route> samePath)
    {
        var allowed = string.Join(", ", samePath.Select(route => route.Method));
        http.Response.Headers.Allow = allowed;
        return new ApiError(405, "METHOD_NOT_ALLOWED", $"{http.Request.Path} takes {allowed}, not {http.Request.Method}.");
    }
}
