using System.Net;
using InboxSdk.Errors;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when a message cannot be sent or changed (422): <c>messageNotModifiable</c>, <c>contentRejected</c> or
/// <c>recipientUnavailable</c>. Nothing was sent or changed.</summary>
/// <remarks>v2 only. Repeating the same call fails again.</remarks>
public sealed class InboxMessageException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxMessageException(
        string message, HttpStatusCode statusCode = HttpStatusCode.UnprocessableEntity, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxMessageException(ErrorResponse response)
        : base(response)
    {
        Reason = response.Error.Details.String("reason") ?? response.Error.Details.String("detail");
    }

    /// <summary>Gets the reason given by Inbox or the platform, or <see langword="null"/> if the server omits it.</summary>
    public string? Reason { get; init; }
}
