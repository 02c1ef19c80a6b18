using System.Net;
using InboxSdk.Errors;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when the team's plan does not include a feature (<c>planRequired</c>), or its workspace is locked (<c>workspaceLocked</c>)
/// (403).</summary>
/// <remarks>v2 only. To resolve it, see Billing in the app.</remarks>
public sealed class InboxPlanException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxPlanException(
        string message, HttpStatusCode statusCode = HttpStatusCode.Forbidden, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxPlanException(ErrorResponse response)
        : base(response)
    {
        Feature = response.Error.Details.String("feature");
    }

    /// <summary>Gets the missing feature, or <see langword="null"/> if the workspace is locked.</summary>
    public string? Feature { get; init; }
}
