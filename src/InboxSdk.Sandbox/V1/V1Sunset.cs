using System.Globalization;
using InboxSdk.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>Middleware that announces the sunset of v1 in headers (RFC 8594, RFC 9745), and returns 410 from then on.</summary>
internal sealed class V1Sunset(DateTimeOffset sunset, string successor, TimeProvider clock, RequestDelegate next)
{
    // The announcement must precede the sunset.
    private static readonly TimeSpan Notice = TimeSpan.FromDays(90);

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers["Sunset"] = sunset.ToString("R", CultureInfo.InvariantCulture);
        headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{(sunset - Notice).ToUnixTimeSeconds()}");
        headers["Link"] = $"<{successor}>; rel=\"successor-version\"";
        return clock.GetUtcNow() < sunset ? next(http) : throw new ApiError(410, "API_VERSION_GONE", $"v1 ended at {sunset:u}. Use {successor}.");
    }
}
