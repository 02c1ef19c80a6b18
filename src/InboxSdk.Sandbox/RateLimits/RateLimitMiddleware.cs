using System.Text.Json;
using InboxSdk.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.RateLimits;

/// <summary>Middleware that counts requests, reports the count in headers, and rejects requests over a limit.</summary>
internal sealed class RateLimitMiddleware(SandboxRateLimiter limiter, RequestDelegate next)
{
    // The sandbox has one token of one team, so the limiter is per token and per team.
    public Task InvokeAsync(HttpContext http)
    {
        var decision = limiter.CounterOf(http.Request.Method).Decide();
        var (headers, window) = (http.Response.Headers, decision.Tightest);
        if (decision.Allowed)
        {
            RateLimitHeaders.Write(headers, window);
            return next(http);
        }

        var wait = RateLimitHeaders.WriteRefusal(headers, window.Limit, window.Now, window.NextPermit);
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
}
