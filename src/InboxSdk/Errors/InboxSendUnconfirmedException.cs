using System.Net;
using InboxSdk.Errors;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when the platform does not confirm a message (502 <c>sendUnconfirmed</c>), which may have been delivered.</summary>
/// <remarks>v2 only. The SDK never sends such a message again, and the application should not either: read <see cref="MessageId"/> after a while, or check
/// the thread, and send again with a new key only once a person has verified that the message did not arrive.</remarks>
public sealed class InboxSendUnconfirmedException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxSendUnconfirmedException(
        string message, HttpStatusCode statusCode = HttpStatusCode.BadGateway, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
        MayHaveTakenEffect = true;
        IsTransient = false;
    }

    internal InboxSendUnconfirmedException(ErrorResponse response)
        : base(response)
    {
        MessageId = response.Error.Details.String("messageId");
    }

    /// <summary>Gets the id of the message, or <see langword="null"/> if the server omits it.</summary>
    public string? MessageId { get; init; }
}
