using System.Net;
using InboxSdk.Errors;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when the rate limit is exceeded (429) and the wait for it would exceed that of the call. The rejected request was not processed;
/// for earlier requests of the call, see <see cref="InboxException.MayHaveTakenEffect"/>.</summary>
public sealed class InboxRateLimitException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxRateLimitException(
        string message, HttpStatusCode statusCode = HttpStatusCode.TooManyRequests, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxRateLimitException(ErrorResponse response)
        : base(response)
    {
        RetryAfter = response.RetryAfter;
        // The headers do not identify their window; the v2 details identify the exhausted one.
        Limit = response.Error.Details.Count("limit") ?? response.RateLimit.Limit;
        Remaining = response.RateLimit.Remaining;
        Reset = response.Reset;
        Window = RateLimitHeaders.Window(response.Error);
    }

    /// <summary>Gets the delay before the next attempt, zero to 365 days, or <see langword="null"/> if the server omits it.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the limit of the exhausted window, or <see langword="null"/> if the server omits it.</summary>
    public int? Limit { get; init; }

    /// <summary>Gets the number of requests left in the current window, or <see langword="null"/> if the server omits it.</summary>
    public int? Remaining { get; init; }

    /// <summary>Gets when the window resets, on the server's clock, or <see langword="null"/> if the server omits it.</summary>
    public DateTimeOffset? Reset { get; init; }

    /// <summary>Gets the length of the exhausted window (a minute, an hour or a day); <see langword="null"/> if the server omits it, and on v1.</summary>
    public TimeSpan? Window { get; init; }
}
