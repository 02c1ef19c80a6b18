using System.Globalization;
using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Contains responses with a retry hint.</summary>
internal static class WaitFaults
{
    private const string Kind = "Requests to wait";

    private static readonly ApiError RateLimited = new(429, "RATE_LIMITED", "rateLimited");
    private static readonly ApiError Unavailable = new(503, "UNAVAILABLE", "platformUnavailable");

    public static IReadOnlyList<Fault> All { get; } =
    [
        Limited("Retry-After: 2", Seconds(2), response => response.With("Retry-After", "2")),
        Limited("Retry-After: 60", Seconds(60), response => response.With("Retry-After", "60")),
        Limited("Retry-After: 0", Seconds(0), response => response.With("Retry-After", "0")),
        Limited("Retry-After: 86400", Seconds(86400), response => response.With("Retry-After", "86400")),
        Limited("Retry-After: 99999999999", Seconds(99999999999), response => response.With("Retry-After", "99999999999")),
        Limited("Retry-After: -1", null, response => response.With("Retry-After", "-1")),
        Limited("Retry-After: soon", null, response => response.With("Retry-After", "soon")),
        Limited("Retry-After in two lines: 1 and 3", Seconds(3), response => response.With("Retry-After", "1").With("Retry-After", "3")),
        Limited("Retry-After as a list: 1, 3", Seconds(3), response => response.With("Retry-After", "1, 3")),
        LimitedUntil("Retry-After as a date", date => date.ToString("r", CultureInfo.InvariantCulture)),
        LimitedUntil("Retry-After as a date of RFC 850", date => date.UtcDateTime.ToString("dddd, dd-MMM-yy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture)),
        LimitedUntil("Retry-After as a date of asctime", date => date.UtcDateTime.ToString("ddd MMM ", CultureInfo.InvariantCulture)
            + date.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2) + date.UtcDateTime.ToString(" HH:mm:ss yyyy", CultureInfo.InvariantCulture)),
        new(Kind, "429 of the API, resetAt in 20 s, no Retry-After", _ => new Signal.Error(429, "rateLimited") { RetryAfter = TimeSpan.FromSeconds(20) }, exchange =>
        {
            var now = exchange.World.ServerTime;
            return exchange.WriteAsync(RateLimited.Response(
                InboxApiVersion.V2, string.Create(CultureInfo.InvariantCulture, $$"""{"window":"minute","limit":300,"resetAt":"{{now.AddSeconds(20):yyyy-MM-ddTHH:mm:ss.fffZ}}"}""")).With("Date", now.ToString("r", CultureInfo.InvariantCulture)));
        })
        { Meets = operation => operation.Version == InboxApiVersion.V2 },
        new(Kind, "429 of the API, reset header in 20 s, no Retry-After", version => new Signal.Error(429, RateLimited.Code(version)) { RetryAfter = TimeSpan.FromSeconds(20) }, exchange =>
        {
            var now = exchange.World.ServerTime;
            return exchange.WriteAsync(RateLimited.Response(exchange.World.Version).With("Date", now.ToString("r", CultureInfo.InvariantCulture))
                .With("X-RateLimit-Limit", "300").With("X-RateLimit-Remaining", "0").With("X-RateLimit-Reset", now.AddSeconds(20).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        }),
        Page(429, "2", Seconds(2)),
        Page(429, "86400", Seconds(86400)),
        Page(503, "2", Seconds(2)),
        Page(503, "86400", Seconds(86400)),
        new(Kind, "503 platformUnavailable, retryAfterSeconds 5", new Signal.Error(503, "platformUnavailable") { RetryAfter = TimeSpan.FromSeconds(5) }, exchange =>
            exchange.WriteAsync(Unavailable.Response(InboxApiVersion.V2, """{"retryAfterSeconds":5}"""))) { Meets = operation => operation.Version == InboxApiVersion.V2 },
        new(Kind, "503 platformUnavailable, retryAfterSeconds 600", new Signal.Error(503, "platformUnavailable") { RetryAfter = TimeSpan.FromSeconds(600) }, exchange =>
            exchange.WriteAsync(Unavailable.Response(InboxApiVersion.V2, """{"retryAfterSeconds":600}"""))) { Meets = operation => operation.Version == InboxApiVersion.V2 },
        new(Kind, "429 platformRateLimited, retryAfterSeconds 5", new Signal.Error(429, "platformRateLimited") { RetryAfter = TimeSpan.FromSeconds(5) }, exchange =>
            exchange.WriteAsync(new ApiError(429, "", "platformRateLimited").Response(InboxApiVersion.V2, """{"retryAfterSeconds":5}"""))) { Meets = operation => operation.Version == InboxApiVersion.V2 },
    ];

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static Fault Limited(string name, TimeSpan? wait, Func<WireResponse, WireResponse> header) => new(
        Kind, $"429 of the API, {name}", version => new Signal.Error(429, RateLimited.Code(version)) { RetryAfter = wait },
        exchange => exchange.WriteAsync(header(RateLimited.Response(exchange.World.Version))));

    private static Fault LimitedUntil(string name, Func<DateTimeOffset, string> format) => new(
        Kind, $"429 of the API, {name}", version => new Signal.Error(429, RateLimited.Code(version)) { RetryAfter = TimeSpan.FromSeconds(20) },
        exchange =>
        {
            var now = exchange.World.ServerTime;
            return exchange.WriteAsync(RateLimited.Response(exchange.World.Version).With("Date", now.ToString("r", CultureInfo.InvariantCulture)).With("Retry-After", format(now.AddSeconds(20))));
        });

    private static Fault Page(int status, string retryAfter, TimeSpan wait) => new(
        Kind, $"{status} of an intermediary, Retry-After: {retryAfter}", new Signal.Error(status, IsPage: true) { RetryAfter = wait },
        exchange => exchange.WriteAsync(WireResponse.Page(status).With("Retry-After", retryAfter)));
}
