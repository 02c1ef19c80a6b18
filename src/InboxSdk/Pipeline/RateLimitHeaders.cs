using System.Net;
using InboxSdk.Errors;

namespace InboxSdk.Pipeline;

/// <summary>Reads the <c>X-RateLimit-*</c> headers. An absent or invalid header is ignored; of several values the smallest counts.</summary>
internal static class RateLimitHeaders
{
    /// <summary>Reads everything that a response reports about the rate limit.</summary>
    public static InboxPermitResult Result(HttpResponseMessage response, ErrorBody error, InboxClientOptions options)
    {
        var isRefused = IsRefusedByRateLimit(response, error);
        var retryAfter = isRefused ? RetryAfterHeader.Read(response, error, options.TimeProvider) : null;
        // The limits of an intermediary are unrelated to the team's quota: the next request is allowed after a back-off.
        if (isRefused && !IsRefusedByTheApi(response, error))
            return new() { Outcome = InboxPermitOutcome.Rejected, RetryAfter = retryAfter > options.Retry.MaxDelay ? options.Retry.MaxDelay : retryAfter };

        // The reset is on the server's clock, like the Date header.
        TimeSpan? resetAfter = Reset(response) is { } reset ? reset - ResponseTime.ServerNow(response, options.TimeProvider) : null;
        var result = new InboxPermitResult
        {
            Outcome = isRefused ? InboxPermitOutcome.Rejected : InboxPermitOutcome.Accepted,
            RetryAfter = retryAfter,
            Window = isRefused ? Window(error) : null,
        };
        // A cached response reports what was left at an earlier time.
        return ResponseTime.Age(response) > TimeSpan.Zero || (resetAfter < TimeSpan.Zero && response.Headers.Date is not null)
            ? result
            : result with { Limit = Limit(response), Remaining = Remaining(response), ResetAfter = resetAfter };
    }

    /// <summary>Determines whether the response is a rejection by the rate limit, as opposed to a platform's limit of one account.</summary>
    public static bool IsRefusedByRateLimit(HttpResponseMessage response, ErrorBody error) =>
        response.StatusCode == HttpStatusCode.TooManyRequests && error.Code != InboxErrorCodes.PlatformRateLimited;

    /// <summary>Determines whether that rejection is the API's own: it then has an error code.</summary>
    public static bool IsRefusedByTheApi(HttpResponseMessage response, ErrorBody error) => IsRefusedByRateLimit(response, error) && error.Code is not null;

    /// <summary>Returns the length of the window that v2's error reports as exhausted, or <see langword="null"/> if there is none.</summary>
    public static TimeSpan? Window(ErrorBody error) => error.Details.String("window") switch
    {
        "minute" => TimeSpan.FromMinutes(1),
        "hour" => TimeSpan.FromHours(1),
        "day" => TimeSpan.FromDays(1),
        _ => null,
    };

    public static int? Limit(HttpResponseMessage response) => (int?)HeaderNumbers.Least(response, "X-RateLimit-Limit", int.MaxValue);

    public static int? Remaining(HttpResponseMessage response) => (int?)HeaderNumbers.Least(response, "X-RateLimit-Remaining", int.MaxValue);

    public static DateTimeOffset? Reset(HttpResponseMessage response) =>
        HeaderNumbers.Least(response, "X-RateLimit-Reset", DateTimeOffset.MaxValue.ToUnixTimeSeconds()) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
