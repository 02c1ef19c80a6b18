using System.Net;
using InboxSdk.Errors;

namespace InboxSdk.Http;

/// <summary>Reads the <c>X-RateLimit-*</c> headers. One that is absent or not a number in range says nothing; of several values the least counts.</summary>
internal static class RateLimitHeaders
{
    /// <summary>Reads all that a response says about the rate limit.</summary>
    public static QuotaAnswer Answer(HttpResponseMessage response, ErrorBody error, TimeProvider timeProvider)
    {
        var isRefused = IsRefusedByQuota(response, error);
        var retryAfter = isRefused ? RetryAfterHeader.Read(response, error, timeProvider) : null;
        // The reset is on the server's clock, and so is the Date header beside it.
        TimeSpan? resetAfter = Reset(response) is { } reset ? reset - ResponseTime.ServerNow(response, timeProvider) : null;
        // What a cache held says how much was left then.
        if (ResponseTime.Age(response) > TimeSpan.Zero || (resetAfter < TimeSpan.Zero && response.Headers.Date is not null))
            return new() { IsRefused = isRefused, RetryAfter = retryAfter };
        return new() { IsRefused = isRefused, Limit = Limit(response), Remaining = Remaining(response), ResetAfter = resetAfter, RetryAfter = retryAfter };
    }

    /// <summary>Whether the response is a refusal by the rate limit. A platform's limit on one account is none: other requests may go.</summary>
    public static bool IsRefusedByQuota(HttpResponseMessage response, ErrorBody error) =>
        response.StatusCode == HttpStatusCode.TooManyRequests && error.Code != ErrorCodes.PlatformRateLimited;

    public static int? Limit(HttpResponseMessage response) => (int?)HeaderNumbers.Least(response, "X-RateLimit-Limit", int.MaxValue);

    public static int? Remaining(HttpResponseMessage response) => (int?)HeaderNumbers.Least(response, "X-RateLimit-Remaining", int.MaxValue);

    public static DateTimeOffset? Reset(HttpResponseMessage response) =>
        HeaderNumbers.Least(response, "X-RateLimit-Reset", DateTimeOffset.MaxValue.ToUnixTimeSeconds()) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
