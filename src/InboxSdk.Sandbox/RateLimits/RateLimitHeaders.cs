using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.RateLimits;

/// <summary>Writes <c>X-RateLimit-*</c> and <c>Retry-After</c>.</summary>
internal static class RateLimitHeaders
{
    public static void Write(IHeaderDictionary headers, RateWindowState window) => Write(headers, window.Limit, window.Remaining, window.NextPermit);

    /// <summary>Writes the headers of a rejected request.</summary>
    /// <returns>The seconds of <c>Retry-After</c>.</returns>
    public static long WriteRefusal(IHeaderDictionary headers, int limit, DateTimeOffset now, DateTimeOffset resetAt)
    {
        Write(headers, limit, remaining: 0, resetAt);
        var wait = WholeSeconds(resetAt - now);
        headers.RetryAfter = Text(wait);
        return wait;
    }

    private static void Write(IHeaderDictionary headers, int limit, int remaining, DateTimeOffset resetAt)
    {
        headers["X-RateLimit-Limit"] = Text(limit);
        headers["X-RateLimit-Remaining"] = Text(remaining);
        headers["X-RateLimit-Reset"] = Text(WholeSeconds(resetAt - DateTimeOffset.UnixEpoch));
    }

    /// <summary>Rounds up, so that a client that waits this long is never early.</summary>
    private static long WholeSeconds(TimeSpan span) => (span.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
