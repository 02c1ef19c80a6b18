using System.Globalization;
using System.Text.Json;
using InboxSdk.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.RateLimits;

/// <summary>Counts a request, tells the count in headers, and refuses what is over a limit.</summary>
internal sealed class RateLimiting(SandboxRateLimiter limiter, RequestDelegate next)
{
    // The sandbox knows one token of one team, so the limiter is "per token" and "per team" alike.
    public Task InvokeAsync(HttpContext http)
    {
        var decision = (HttpMethods.IsGet(http.Request.Method) ? limiter.Reads : limiter.Writes).Decide();
        if (decision.Tightest is not { } window)
            return next(http);

        var headers = http.Response.Headers;
        headers["X-RateLimit-Limit"] = Text(window.Limit);
        headers["X-RateLimit-Remaining"] = Text(window.Remaining);
        headers["X-RateLimit-Reset"] = Text(WholeSeconds(window.NextPermit - DateTimeOffset.UnixEpoch));
        if (decision.Allowed)
            return next(http);

        var wait = WholeSeconds(window.NextPermit - window.Now);
        headers.RetryAfter = Text(wait);
        throw new ApiError(429, "RATE_LIMITED", $"The limit of {window.Limit} requests is reached. Retry after {wait} s.") { Details = Details(window) };
    }

    private static Action<Utf8JsonWriter> Details(RateWindowState window) => json =>
    {
        json.WriteStartObject();
        json.WriteString("window"u8, window.Length < TimeSpan.FromHours(1) ? "minute"u8 : window.Length < TimeSpan.FromDays(1) ? "hour"u8 : "day"u8);
        json.WriteNumber("limit"u8, window.Limit);
        json.WriteTime("resetAt", window.NextPermit);
        json.WriteEndObject();
    };

    /// <summary>Rounds up: a client that waits this long is never early.</summary>
    private static long WholeSeconds(TimeSpan span) => (span.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
