using System.Net;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when an intermediary (a proxy, a gateway, a firewall, a cache) rejects or redirects the request (3xx, 4xx): the response is not the API's
/// own.</summary>
/// <remarks>The status is unrelated to the token and to the data in Inbox. <see cref="InboxApiException.Headers"/> may identify the intermediary (<c>Server</c>, <c>Via</c>), and
/// <see cref="InboxApiException.Body"/> contains its page. A 429 of an intermediary is an <see cref="InboxRateLimitException"/>, a 5xx an <see cref="InboxServerException"/>, a
/// 2xx an
/// <see cref="InboxSerializationException"/>.</remarks>
public sealed class InboxIntermediaryException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The error code. The SDK always passes <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxIntermediaryException(string message, HttpStatusCode statusCode = HttpStatusCode.Forbidden, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxIntermediaryException(ErrorResponse response)
        : base(response)
    {
    }
}
