using System.Net;
using InboxSdk.Errors;

namespace InboxSdk.Http;

/// <summary>Reads the <c>X-RateLimit-*</c> headers. One that is absent or not a number in range says nothing; of several values the least counts.</summary>
internal static class RateLimitHeaders
{
    /// <summary>Reads all that a response says about the rate limit.</summary>
    public static InboxPermitResult Result(HttpResponseMessage response, ErrorBody error, InboxClientOptions options)
    {
        var isRefused = IsRefusedByRateLimit(response, error);
        var retryAfter = isRefused ? RetryAfterHeader.Read(response, error, options.TimeProvider) : null;
        // An intermediary has limits of its own, of which the team's quota knows nothing: the next request may go after a back-off.
        if (isRefused && !IsRefusedByTheApi(response, error))
            return new() { Outcome = InboxPermitOutcome.Refused, RetryAfter = retryAfter > options.Retry.MaxDelay ? options.Retry.MaxDelay : retryAfter };

        // The reset is on the server's clock, and so is the Date header beside it.
        TimeSpan? resetAfter = Reset(response) is { } reset ? reset - ResponseTime.ServerNow(response, options.TimeProvider) : null;
        var result = new InboxPermitResult
        {
            Outcome = isRefused ? InboxPermitOutcome.Refused : InboxPermitOutcome.Accepted,
            RetryAfter = retryAfter,
            Window = isRefused ? Window(error) : null,
        };
        // What a cache held says how much was left then.
        return ResponseTime.Age(response) > TimeSpan.Zero || (resetAfter < TimeSpan.Zero && response.Headers.Date is not null)
            ? result
            : result with { Limit = Limit(response), Remaining = Remaining(response), ResetAfter = resetAfter };
    }

    /// <summary>Whether the response is a refusal by the rate limit. A platform's limit on one account is none: other requests may go.</summary>
    public static bool IsRefusedByRateLimit(HttpResponseMessage response, ErrorBody error) =>
        response.StatusCode == HttpStatusCode.TooManyRequests && error.Code != InboxErrorCodes.PlatformRateLimited;

    /// <summary>Whether that refusal is the API's own: then it has a code.</summary>
    public static bool IsRefusedByTheApi(HttpResponseMessage response, ErrorBody error) => IsRefusedByRateLimit(response, error) && error.Code is not null;

    /// <summary>The length of the window that v2's error says was used up; <see langword="null"/> when it names none.</summary>
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
