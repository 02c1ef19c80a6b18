using System.Net;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that the request contradicts what is there (409), such as a second tag of one name; that request changed nothing.</summary>
/// <remarks>Code <c>sendInProgress</c> says that a send under the same key has not ended, which may be an earlier attempt of this call: send again later under
/// <see cref="InboxException.IdempotencyKey"/>, never under a new one.</remarks>
public sealed class InboxConflictException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxConflictException(string message, HttpStatusCode statusCode = HttpStatusCode.Conflict, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxConflictException(ErrorAnswer answer)
        : base(answer)
    {
        MessageId = answer.Error.Details.String("messageId");
        Name = answer.Error.Details.String("name");
    }

    /// <summary>Gets the id of the message whose send is still under way (<c>sendInProgress</c>); <see langword="null"/> for other conflicts.</summary>
    public string? MessageId { get; init; }

    /// <summary>Gets the name that another tag or status has (<c>nameTaken</c>); <see langword="null"/> for other conflicts, and on v1.</summary>
    public string? Name { get; init; }
}
