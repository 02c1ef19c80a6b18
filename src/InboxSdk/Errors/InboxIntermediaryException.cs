using System.Net;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that an intermediary (a proxy, a gateway, a firewall, a cache) refused or redirected the request (3xx, 4xx): the response is not the API's own.</summary>
/// <remarks>Its status says nothing about the token or about what is in Inbox. <see cref="InboxApiException.Headers"/> may name it (<c>Server</c>, <c>Via</c>), and
/// <see cref="InboxApiException.Body"/> has its page. An intermediary's 429 is an <see cref="InboxRateLimitException"/>, its 5xx an <see cref="InboxServerException"/>, its 2xx an
/// <see cref="InboxSerializationException"/>.</remarks>
public sealed class InboxIntermediaryException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The error code; <see langword="null"/> for none, as always from the SDK.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxIntermediaryException(string message, HttpStatusCode statusCode = HttpStatusCode.Forbidden, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxIntermediaryException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
