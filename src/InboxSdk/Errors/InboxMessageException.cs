using System.Net;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that a message cannot be sent or changed as it is (422): <c>messageNotModifiable</c>, <c>contentRejected</c> or
/// <c>recipientUnavailable</c>. Nothing was sent or changed.</summary>
/// <remarks>v2 alone has it. The same message will be refused again.</remarks>
public sealed class InboxMessageException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxMessageException(
        string message, HttpStatusCode statusCode = HttpStatusCode.UnprocessableEntity, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxMessageException(ErrorAnswer answer)
        : base(answer)
    {
        Reason = answer.Error.Details.String("reason") ?? answer.Error.Details.String("detail");
    }

    /// <summary>Gets why, in the words of Inbox or of the platform; <see langword="null"/> when the server did not say.</summary>
    public string? Reason { get; init; }
}
