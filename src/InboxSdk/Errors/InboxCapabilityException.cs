using System.Net;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that a platform, an account or a thread cannot do what was asked (422): <c>capabilityNotSupported</c>, <c>threadRestricted</c> or
/// <c>mutationWindowClosed</c>. Nothing was changed.</summary>
/// <remarks>v2 alone has it. Ask the account's capabilities before offering an action that not every platform has.</remarks>
public sealed class InboxCapabilityException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxCapabilityException(
        string message, HttpStatusCode statusCode = HttpStatusCode.UnprocessableEntity, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxCapabilityException(ErrorAnswer answer)
        : base(answer)
    {
        Capability = answer.Error.Details.String("capability");
        ClosedAt = answer.Error.Details.Moment("closedAt");
    }

    /// <summary>Gets the capability that is missing, such as <c>message:edit</c>; <see langword="null"/> when the server did not say.</summary>
    public string? Capability { get; init; }

    /// <summary>Gets when the platform stopped to allow it for this message (<c>mutationWindowClosed</c>); <see langword="null"/> when that is not known, and for
    /// the other codes.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
