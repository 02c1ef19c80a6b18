using System.Globalization;
using InboxSdk.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.RateLimits;

/// <summary>Counts reads and writes apart, tells the counts in headers, and refuses what is over the limit.</summary>
internal sealed class RateLimiting(SandboxRateLimits limits, TimeProvider clock, RequestDelegate next)
{
    // The sandbox knows one token, so one pair of windows is "per token".
    private readonly IRateWindow? _reads = limits.Reads is { } reads ? new SlidingWindow(reads, limits.Window) : null;
    private readonly IRateWindow? _writes = limits.Writes is { } writes ? new SlidingWindow(writes, limits.Window) : null;

    public Task InvokeAsync(HttpContext http)
    {
        if ((HttpMethods.IsGet(http.Request.Method) ? _reads : _writes) is not { } window)
            return next(http);

        var now = clock.GetUtcNow();
        var decision = window.Take(now);
        var headers = http.Response.Headers;
        headers["X-RateLimit-Limit"] = Text(decision.Limit);
        headers["X-RateLimit-Remaining"] = Text(decision.Remaining);
        headers["X-RateLimit-Reset"] = Text(WholeSeconds(decision.ResetsAt - DateTimeOffset.UnixEpoch));
        if (decision.Allowed)
            return next(http);

        var wait = WholeSeconds(decision.ResetsAt - now);
        headers.RetryAfter = Text(wait);
        throw new ApiError(429, "RATE_LIMITED", $"The limit of {decision.Limit} requests is reached. Retry after {wait} s.");
    }

    /// <summary>Rounds up: a client that waits this long is never early.</summary>
    private static long WholeSeconds(TimeSpan span) => (long)Math.Ceiling(span.TotalSeconds);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
