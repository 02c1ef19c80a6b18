using System.Net;
using InboxSdk.Errors;
using InboxSdk.Http;

namespace InboxSdk;

/// <summary>Says that the quota is used up (429) and that waiting for it would take longer than the call may. The request that met it was not processed;
/// see <see cref="InboxException.MayHaveTakenEffect"/> for those the call had sent before.</summary>
public sealed class InboxRateLimitException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxRateLimitException(
        string message, HttpStatusCode statusCode = HttpStatusCode.TooManyRequests, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxRateLimitException(ErrorAnswer answer)
        : base(answer)
    {
        RetryAfter = answer.RetryAfter;
        // The headers speak of a window that they do not name; v2's details name the one that was used up.
        Limit = answer.Error.Details.Count("limit") ?? answer.Quota.Limit;
        Remaining = answer.Quota.Remaining;
        Reset = answer.Reset;
        Window = RateLimitHeaders.Window(answer.Error);
    }

    /// <summary>Gets how long to wait before the next try, zero to 365 days; <see langword="null"/> when the server did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets how many requests the window that was used up allows; <see langword="null"/> when the server did not say.</summary>
    public int? Limit { get; init; }

    /// <summary>Gets how many requests the present window has left; <see langword="null"/> when the server did not say.</summary>
    public int? Remaining { get; init; }

    /// <summary>Gets when the window resets, by the server's clock; <see langword="null"/> when the server did not say.</summary>
    public DateTimeOffset? Reset { get; init; }

    /// <summary>Gets how long the window is that was used up: a minute, an hour or a day; <see langword="null"/> when the server did not say, and on v1.</summary>
    public TimeSpan? Window { get; init; }
}
