using System.Net;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that the platform did not confirm a message (502 <c>sendUnconfirmed</c>): it may have been delivered.</summary>
/// <remarks>v2 alone has it. The SDK never sends such a message again, and neither should the application: ask for <see cref="MessageId"/> after a while, or look
/// into the thread, and send again under a new key only when a person has seen that the message did not arrive.</remarks>
public sealed class InboxSendUnconfirmedException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxSendUnconfirmedException(
        string message, HttpStatusCode statusCode = HttpStatusCode.BadGateway, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
        MayHaveTakenEffect = true;
        IsTransient = false;
    }

    internal InboxSendUnconfirmedException(ErrorAnswer answer)
        : base(answer)
    {
        MessageId = answer.Error.Details.String("messageId");
    }

    /// <summary>Gets the id of the message; <see langword="null"/> when the server did not say.</summary>
    public string? MessageId { get; init; }
}
