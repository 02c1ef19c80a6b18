using System.Net;
using InboxSdk.Errors;
using InboxSdk.Pipeline;
using InboxSdk.V2;

namespace InboxSdk;

/// <summary>The exception that is thrown when a platform, an account or a thread does not support an operation (422): <c>capabilityNotSupported</c>,
/// <c>threadRestricted</c> or <c>mutationWindowClosed</c>. Nothing was changed.</summary>
/// <remarks>v2 only. Check the account's capabilities before offering an operation that not every platform supports.</remarks>
public sealed class InboxCapabilityException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxCapabilityException(
        string message, HttpStatusCode statusCode = HttpStatusCode.UnprocessableEntity, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxCapabilityException(ErrorResponse response)
        : base(response)
    {
        Capability = response.Error.Details.String("capability") is { } capability ? new Capability(capability) : null;
        ClosedAt = response.Error.Details.Timestamp("closedAt");
    }

    /// <summary>Gets the missing capability, such as <c>message:edit</c>, or <see langword="null"/> if the server omits it.</summary>
    public Capability? Capability { get; init; }

    /// <summary>Gets when the time limit for the message passed (<c>mutationWindowClosed</c>); <see langword="null"/> if unknown, and for
    /// other codes.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
