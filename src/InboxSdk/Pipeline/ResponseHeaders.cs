using System.Collections.ObjectModel;
using InboxSdk.Diagnostics;

namespace InboxSdk.Pipeline;

/// <summary>Selects the response headers that help to diagnose a failure. Other headers, such as cookies and credentials, are never exposed.</summary>
internal static class ResponseHeaders
{
    private const int MaxLength = 200;

    public static readonly string[] Allowed =
    [
        "Age", "CF-Ray", "Content-Type", "Date", "Deprecation", "Retry-After", "Server", "Sunset", "Via", "X-Amz-Cf-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining",
        "X-RateLimit-Reset", "X-Request-Id", "X-Vercel-Id",
    ];

    public static IReadOnlyDictionary<string, string> None { get; } = ReadOnlyDictionary<string, string>.Empty;

    public static IReadOnlyDictionary<string, string> Of(PooledContent body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Allowed)
        {
            if (body.Header(name) is { Length: > 0 } value)
                headers[name] = value;
        }

        return headers.AsReadOnly();
    }

    /// <summary>Reads a header as one line of limited length; null if there is none.</summary>
    public static string? Header(this PooledContent body, string name) =>
        body.Response.Headers.NonValidated.TryGetValues(name, out var values) || body.OriginalHeaders.NonValidated.TryGetValues(name, out values)
            ? Text.OneLine(string.Join(", ", values), MaxLength).Trim()
            : null;

    /// <summary>Reads the request id; null if there is none.</summary>
    public static string? RequestId(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("X-Request-Id", out var values) ? Text.OneLine(string.Join(", ", values), MaxLength).Trim() : null;
}
