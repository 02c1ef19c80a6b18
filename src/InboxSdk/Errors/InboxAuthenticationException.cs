using System.Net;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when the token is invalid (401) or lacks a permission (403).</summary>
public sealed class InboxAuthenticationException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxAuthenticationException(string message, HttpStatusCode statusCode = HttpStatusCode.Unauthorized, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxAuthenticationException(ErrorResponse response)
        : base(response)
    {
    }
}
