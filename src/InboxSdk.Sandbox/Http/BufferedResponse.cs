using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InboxSdk.Sandbox.Http;

/// <summary>Runs a request and buffers its response.</summary>
internal static class BufferedResponse
{
    /// <summary>Runs a request and buffers its body. The status and the headers are set on the response, of which nothing is sent.</summary>
    /// <returns>The body; empty if there is none.</returns>
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
