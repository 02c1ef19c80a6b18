using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InboxSdk.Sandbox.Http;

/// <summary>An answer that a request has earned and nobody has seen yet.</summary>
internal static class HeldAnswer
{
    /// <summary>Runs a request to its end and keeps its body back. The status and the headers stand in the response, of which nothing is sent.</summary>
    /// <returns>The body, empty when there is none.</returns>
    public static async Task<byte[]> RunAsync(HttpContext http, RequestDelegate next)
    {
        var wire = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        try
        {
            await next(http).ConfigureAwait(false);
        }
        finally
        {
            http.Features.Set(wire);
        }

        return body.ToArray();
    }
}
