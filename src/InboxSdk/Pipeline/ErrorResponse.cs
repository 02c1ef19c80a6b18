using System.Net;
using InboxSdk.Errors;

namespace InboxSdk.Pipeline;

/// <summary>An error response, from which the exceptions take their properties.</summary>
internal sealed record ErrorResponse(HttpStatusCode Status, ErrorBody Error, string Message)
{
    public string? RequestId { get; init; }

    public string Body { get; init; } = "";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseHeaders.None;

    public InboxCall? Call { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public InboxPermitResult RateLimit { get; init; }

    public DateTimeOffset? Reset { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }
}
