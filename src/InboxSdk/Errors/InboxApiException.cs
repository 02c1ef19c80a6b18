using System.Net;

namespace InboxSdk;

/// <summary>Says that Inbox answered with an error. More exact types derive from it; this one stands for the rest, such as redirects.</summary>
public class InboxApiException : InboxException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code, such as <c>THREAD_NOT_FOUND</c>.</param>
    /// <param name="innerException">The cause.</param>
    public InboxApiException(string message, HttpStatusCode statusCode, string? code = null, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        Code = code;
    }

    /// <summary>Gets the HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the API's error code, such as <c>THREAD_NOT_FOUND</c>; <see langword="null"/> when the answer has none. The list of codes is open.</summary>
    public string? Code { get; }

    /// <summary>Gets the id of the request (<c>X-Request-Id</c>), to name to Inbox' support; <see langword="null"/> when the answer has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the answer's body as text without control characters, at most its first 64 KB; empty when there was none.</summary>
    /// <remarks>It is the server's text: it may hold personal data, so think before logging it.</remarks>
    public string Body { get; init; } = "";
}
