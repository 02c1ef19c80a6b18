using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InboxSdk.Sandbox.Http;

/// <summary>The innermost stage: finds the route of a request and answers it under the state's lock, as one atomic step.</summary>
internal sealed class Router(string prefix, IReadOnlyList<Route> routes, object gate)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var (handler, id) = Find(http);
        var call = new ApiCall(id, new QueryReader(http.Request.Query), http.Features.GetRequiredFeature<RequestBody>());

        Reply reply;
        lock (gate)
            reply = handler(call);
        await reply.SendAsync(http.Response).ConfigureAwait(false);
    }

    private (Func<ApiCall, Reply> Handler, string Id) Find(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest) && rest.HasValue)
        {
            var path = rest.Value![1..].Split('/');
            var id = "";
            // The first template that fits is the path's: the table lists tags/colors before tags/{id}.
            if (routes.FirstOrDefault(route => route.Matches(path, out id)) is { } first)
            {
                var samePath = routes.Where(route => route.Template == first.Template).ToList();
                return samePath.Find(route => route.Method == http.Request.Method) is { } match
                    ? (match.Handler, id)
                    : throw MethodNotAllowed(http, samePath);
            }
        }

        throw ApiError.NotFound("NOT_FOUND", $"There is nothing at {http.Request.Path}.");
    }

    private static ApiError MethodNotAllowed(HttpContext http, List<Route> samePath)
    {
        var allowed = string.Join(", ", samePath.Select(route => route.Method));
        http.Response.Headers.Allow = allowed;
        return new ApiError(405, "METHOD_NOT_ALLOWED", $"{http.Request.Path} takes {allowed}, not {http.Request.Method}.");
    }
}
