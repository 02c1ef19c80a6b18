using System.Net;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that Inbox failed (5xx), after the retries that were allowed.</summary>
public sealed class InboxServerException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxServerException(string message, HttpStatusCode statusCode = HttpStatusCode.InternalServerError, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
        MayHaveTakenEffect = true;
    }

    internal InboxServerException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
