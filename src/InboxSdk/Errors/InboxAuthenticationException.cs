using System.Net;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that Inbox does not accept the token (401), or that the token may not do this (403).</summary>
public sealed class InboxAuthenticationException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxAuthenticationException(string message, HttpStatusCode statusCode = HttpStatusCode.Unauthorized, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxAuthenticationException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
