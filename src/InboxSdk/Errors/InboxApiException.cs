using System.Net;
using System.Text.Json;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that Inbox answered with an error. More exact types derive from it; this one stands for the rest, such as redirects.</summary>
public class InboxApiException : InboxException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code, such as <c>THREAD_NOT_FOUND</c>; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxApiException(string message, HttpStatusCode statusCode, string? code = null, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        Code = code;
        IsTransient = Transience.IsTransient(statusCode, code);
    }

    internal InboxApiException(ErrorAnswer answer)
        : this(answer.Message, answer.Status, answer.Error.Code)
    {
        RequestId = answer.RequestId;
        Body = answer.Body;
        Headers = answer.Headers;
        if (answer.Call is { } call)
            Tell(call);
        Details = answer.Error.Details.Raw;
    }

    /// <summary>Gets the HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the API's error code, such as <c>THREAD_NOT_FOUND</c> on v1 and <c>threadNotFound</c> on v2; <see langword="null"/> when the answer has none. The list of codes is open.</summary>
    public string? Code { get; }

    /// <summary>Gets the id of the request (<c>X-Request-Id</c>), to name to Inbox' support; <see langword="null"/> when the answer has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets what v2 says about the error beyond its code, just as it was sent; <see langword="null"/> when it says nothing, and always on v1.</summary>
    /// <remarks>The details of the known codes are properties of the exceptions; this is for codes that are newer than this version.</remarks>
    public JsonElement? Details { get; init; }

    /// <summary>Gets the answer's body as text without control characters, at most its first 64 KB; empty when there was none.</summary>
    /// <remarks>It is the server's text: it may hold personal data, so think before logging it.</remarks>
    public string Body { get; init; } = "";

    /// <summary>Gets those headers of the response that help to find out what happened, by their names in any case: <c>Age</c>, <c>CF-Ray</c>, <c>Content-Type</c>, <c>Date</c>,
    /// <c>Deprecation</c>, <c>Retry-After</c>, <c>Server</c>, <c>Sunset</c>, <c>Via</c>, <c>X-Amz-Cf-Id</c>, <c>X-RateLimit-Limit</c>, <c>X-RateLimit-Remaining</c>,
    /// <c>X-RateLimit-Reset</c>, <c>X-Request-Id</c> and <c>X-Vercel-Id</c>; empty when there are none of these.</summary>
    /// <remarks>Each is at most 200 characters without control characters. No other header is ever here.</remarks>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseHeaders.None;
}
