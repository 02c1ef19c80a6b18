using System.Net;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when a resource does not exist (404).</summary>
public sealed class InboxNotFoundException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxNotFoundException(string message, HttpStatusCode statusCode = HttpStatusCode.NotFound, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxNotFoundException(ErrorResponse response)
        : base(response)
    {
    }
}
