using System.Globalization;
using System.Net;
using InboxSdk.Errors;

namespace InboxSdk.Http;

/// <summary>Reads the <c>X-RateLimit-*</c> headers. One that is absent or not a number in range says nothing.</summary>
internal static class RateLimitHeaders
{
    /// <summary>All an answer says about the quota.</summary>
    public static QuotaAnswer Answer(HttpResponseMessage response, ErrorBody error, TimeProvider timeProvider) => new()
    {
        // A platform's limit on one account is not the team's quota: other requests may go.
        IsRefused = IsRefusedByQuota(response, error),
        Limit = Limit(response),
        Remaining = Remaining(response),
        // The reset is on the server's clock, and so is the Date header beside it.
        ResetAfter = Reset(response) is { } reset ? reset - (response.Headers.Date ?? timeProvider.GetUtcNow()) : null,
        RetryAfter = IsRefusedByQuota(response, error) ? RetryAfterHeader.Read(response, error, timeProvider) : null,
    };

    public static bool IsRefusedByQuota(HttpResponseMessage response, ErrorBody error) =>
        response.StatusCode == HttpStatusCode.TooManyRequests && error.Code != InboxErrorCodes.PlatformRateLimited;

    public static int? Limit(HttpResponseMessage response) => (int?)Number(response, "X-RateLimit-Limit", int.MaxValue);

    public static int? Remaining(HttpResponseMessage response) => (int?)Number(response, "X-RateLimit-Remaining", int.MaxValue);

    public static DateTimeOffset? Reset(HttpResponseMessage response) =>
        Number(response, "X-RateLimit-Reset", DateTimeOffset.MaxValue.ToUnixTimeSeconds()) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static long? Number(HttpResponseMessage response, string name, long most) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= most
            ? number
            : null;
}
