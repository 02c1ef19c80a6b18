using System.Net;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that what the call names does not exist (404).</summary>
public sealed class InboxNotFoundException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxNotFoundException(string message, HttpStatusCode statusCode = HttpStatusCode.NotFound, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxNotFoundException(ErrorAnswer answer)
        : base(answer)
    {
    }
}
