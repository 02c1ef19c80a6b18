using System.Net;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when Inbox responds that the client's API version is retired.</summary>
/// <remarks>v1 is retired on 3 December 2026. From then on set <see cref="InboxClientOptions.ApiVersion"/> to
/// <see cref="InboxApiVersion.V2"/>; <c>docs/api-versions.md</c> lists the changes, call by call. Only the API's own response (410) causes it, not the date.</remarks>
public sealed class InboxApiRetiredException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxApiRetiredException(
        string message, HttpStatusCode statusCode = HttpStatusCode.Gone, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxApiRetiredException(ErrorResponse response)
        : base(response)
    {
        RetiredAt = response.RetiredAt;
    }

    /// <summary>Gets when the version was retired: the date that the server reports, or else the announced one; <see langword="null"/> only if the application created the
    /// exception.</summary>
    public DateTimeOffset? RetiredAt { get; init; }
}
