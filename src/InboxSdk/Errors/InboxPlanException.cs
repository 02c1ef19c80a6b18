using System.Net;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that the team may not do this at present (403): its plan lacks a feature (<c>planRequired</c>), or its workspace is locked (<c>workspaceLocked</c>).</summary>
/// <remarks>v2 alone has it. Somebody must act in the app, under Billing.</remarks>
public sealed class InboxPlanException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxPlanException(
        string message, HttpStatusCode statusCode = HttpStatusCode.Forbidden, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxPlanException(ErrorAnswer answer)
        : base(answer)
    {
        Feature = answer.Error.Details.String("feature");
    }

    /// <summary>Gets the feature the plan lacks; <see langword="null"/> when the workspace is locked.</summary>
    public string? Feature { get; init; }
}
