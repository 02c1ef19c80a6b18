using System.Net;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when Inbox fails (5xx) after all permitted retries.</summary>
public sealed class InboxServerException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxServerException(string message, HttpStatusCode statusCode = HttpStatusCode.InternalServerError, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
        MayHaveTakenEffect = true;
    }

    internal InboxServerException(ErrorResponse response)
        : base(response)
    {
    }
}
