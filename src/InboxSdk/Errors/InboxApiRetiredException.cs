using System.Net;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>The exception that is thrown when Inbox responds that the API version of the client is retired.</summary>
/// <remarks>v1 ends on 3 December 2026. From then on an application needs <see cref="InboxClientOptions.ApiVersion"/> set to
/// <see cref="InboxApiVersion.V2"/>; the page <c>docs/api-versions.md</c> says what changes, call by call. Only the API's own response (410) leads to it, never the date.</remarks>
public sealed class InboxApiRetiredException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxApiRetiredException(
        string message, HttpStatusCode statusCode = HttpStatusCode.Gone, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxApiRetiredException(ErrorAnswer answer)
        : base(answer)
    {
        RetiredAt = answer.RetiredAt;
    }

    /// <summary>Gets since when: as the server says, else the day that was announced; <see langword="null"/> only on an exception of the application's own.</summary>
    public DateTimeOffset? RetiredAt { get; init; }
}
