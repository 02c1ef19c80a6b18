using InboxSdk.Sandbox.RequestLog;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InboxSdk.Sandbox.Http;

/// <summary>The innermost middleware: finds the route of a request and handles it under the state's lock, as one atomic step.</summary>
internal sealed class Router(string prefix, IReadOnlyList<Route> routes, object syncRoot)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var (route, ids) = Find(http);
        var call = new ApiCall(http, ids, http.Features.GetRequiredFeature<RequestBody>(), http.Features.Get<RequestEntry>() is { } entry ? entry.OnCompleted : static _ => { });

        ApiResponse response;
        if (route.IsLong)
        {
            response = route.Handler(call);
        }
        else
        {
            lock (syncRoot)
                response = route.Handler(call);
        }

        await response.SendAsync(http.Response).ConfigureAwait(false);
    }

    /// <summary>Returns the id of the operation that a request calls.</summary>
    /// <returns>The id, or null if the request matches no route of this API.</returns>
    public string? OperationOf(HttpContext http) =>
        Segments(http) is { } path ? routes.FirstOrDefault(route => route.Method == http.Request.Method && route.Matches(path, out _))?.Operation : null;

    private (Route Route, IReadOnlyList<string> Ids) Find(HttpContext http)
    {
        if (Segments(http) is { } path)
        {
            List<string>? ids = null;
            // The first matching template wins: the table lists tags/colors before tags/{id}.
            if (routes.FirstOrDefault(route => route.Matches(path, out ids)) is { } first)
            {
                var samePath = routes.Where(route => route.Template == first.Template).ToList();
                return samePath.Find(route => route.Method == http.Request.Method) is { } match
                    ? (match, ids!)
                    : throw MethodNotAllowed(http, samePath);
            }
        }

        throw ApiError.NotFound("NOT_FOUND", $"There is nothing at {http.Request.Path}.");
    }

    /// <summary>The path below the prefix, or null if it is not below it.</summary>
    private string[]? Segments(HttpContext http) =>
        http.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest) && rest.HasValue
            ? [.. SegmentsOf(http).Skip(prefix.Count(c => c == '/'))]
            : null;

    // From the raw target: the server decodes every character of a path except the slash, so its %2F can be %2F or %252F.
    private static List<string> SegmentsOf(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.StartsWith('/') ? target.Split('?', 2)[0] : new Uri(target).AbsolutePath;
        var segments = new List<string>();
        foreach (var segment in path[1..].Split('/').Select(Uri.UnescapeDataString))
        {
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or ".."))
                segments.Add(segment);
        }

        return segments;
    }

    private static ApiError MethodNotAllowed(HttpContext http, List<Route> samePath)
    {
        var allowed = string.Join(", ", samePath.Select(route => route.Method));
        http.Response.Headers.Allow = allowed;
        return new ApiError(405, "METHOD_NOT_ALLOWED", $"{http.Request.Path} takes {allowed}, not {http.Request.Method}.");
    }
}
