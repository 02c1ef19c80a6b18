using System.Net;
using System.Text.Json;
using InboxSdk.Errors;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when Inbox returns an error without a more specific exception.</summary>
public class InboxApiException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, such as <c>THREAD_NOT_FOUND</c>, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxApiException(string message, HttpStatusCode statusCode, string? code = null, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        Code = code;
        IsTransient = Transience.IsTransient(statusCode, code);
    }

    internal InboxApiException(ErrorResponse response)
        : this(response.Message, response.Status, response.Error.Code)
    {
        RequestId = response.RequestId;
        Body = response.Body;
        Headers = response.Headers;
        if (response.Call is { } call)
            SetCall(call);
        Details = response.Error.Details.Raw;
    }

    /// <summary>Gets the HTTP status of the response.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the API's error code, such as <c>THREAD_NOT_FOUND</c> on v1 and <c>threadNotFound</c> on v2, or <see langword="null"/> if there is none. The API may add
    /// codes.</summary>
    public string? Code { get; }

    /// <summary>Gets the request id (<c>X-Request-Id</c>) to quote to Inbox support, or <see langword="null"/> if there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the JSON of the error's details, or <see langword="null"/> if there is none. v2 only.</summary>
    /// <remarks>The details of known codes are properties of the exceptions. Use this property for codes unknown to this version.</remarks>
    public JsonElement? Details { get; init; }

    /// <summary>Gets the response body as text without control characters, at most the first 64 KB, or an empty string if there is none.</summary>
    /// <remarks>The text can contain personal data, so consider before logging it.</remarks>
    public string Body { get; init; } = "";

    /// <summary>Gets the response headers that help to diagnose the failure, by case-insensitive name: <c>Age</c>, <c>CF-Ray</c>, <c>Content-Type</c>, <c>Date</c>,
    /// <c>Deprecation</c>, <c>Retry-After</c>, <c>Server</c>, <c>Sunset</c>, <c>Via</c>, <c>X-Amz-Cf-Id</c>, <c>X-RateLimit-Limit</c>, <c>X-RateLimit-Remaining</c>,
    /// <c>X-RateLimit-Reset</c>, <c>X-Request-Id</c> and <c>X-Vercel-Id</c>; empty if there are none of these.</summary>
    /// <remarks>Each has at most 200 characters, without control characters. Other headers are never included.</remarks>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseHeaders.None;
}
