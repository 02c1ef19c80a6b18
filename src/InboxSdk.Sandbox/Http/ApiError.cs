using System.Text.Json;

namespace InboxSdk.Sandbox.Http;

/// <summary>Ends a request with an error response; each API version writes it in its own format.</summary>
#pragma warning disable CA1032 // Never leaves the sandbox, and is meaningless without a status and a code.
internal sealed class ApiError(int status, string code, string message) : Exception(message)
#pragma warning restore CA1032
{
    public const string InjectedFault = "This is an injected fault.";

    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Writes the value of <c>details</c> in a v2 error; v1 has no such property.</summary>
    public Action<Utf8JsonWriter>? Details { get; init; }

    public static ApiError BadRequest(string message) => new(400, "BAD_REQUEST", message);

    public static ApiError Unauthorized(string message) => new(401, "UNAUTHORIZED", message);

    public static ApiError NotFound(string code, string message) => new(404, code, message);

    /// <summary>An error of which only the status is known.</summary>
    public static ApiError OfStatus(int status) => new(status, CodeOf(status), InjectedFault);

    public static ApiError Invalid(string message) => new(422, "VALIDATION_FAILED", message);

    private static string CodeOf(int status) => status switch
    {
        400 => "BAD_REQUEST",
        401 => "UNAUTHORIZED",
        403 => "FORBIDDEN",
        404 => "NOT_FOUND",
        409 => "CONFLICT",
        422 => "VALIDATION_FAILED",
        429 => "RATE_LIMITED",
        502 => "BAD_GATEWAY",
        503 => "SERVICE_UNAVAILABLE",
        504 => "GATEWAY_TIMEOUT",
        < 500 => "BAD_REQUEST",
        _ => "INTERNAL_ERROR",
    };
}
