using System.Net;
using InboxSdk.Errors;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when a request conflicts with existing data (409), such as a second tag with the same name. The request changed nothing.</summary>
/// <remarks>Code <c>sendInProgress</c> means that a send with the same idempotency key is still in progress, possibly an earlier attempt of this call. Send again later with
/// <see cref="InboxException.IdempotencyKey"/>, never with a new key.</remarks>
public sealed class InboxConflictException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxConflictException(string message, HttpStatusCode statusCode = HttpStatusCode.Conflict, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxConflictException(ErrorResponse response)
        : base(response)
    {
        MessageId = response.Error.Details.String("messageId");
        Name = response.Error.Details.String("name");
    }

    /// <summary>Gets the id of the message that is still being sent (<c>sendInProgress</c>); <see langword="null"/> for other conflicts.</summary>
    public string? MessageId { get; init; }

    /// <summary>Gets the name that another tag or status already has (<c>nameTaken</c>); <see langword="null"/> for other conflicts, and on v1.</summary>
    public string? Name { get; init; }
}
