using InboxSdk.Serialization;

namespace InboxSdk.Sandbox;

/// <summary>Represents a request that a sandbox received, and the status of its response.</summary>
public sealed record SandboxRequest
{
    /// <summary>Gets the HTTP method, such as <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path exactly as received, still percent-encoded, such as <c>/api/v1/threads</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the v2 operation id in the API description, such as <c>contacts.update</c>, or <see langword="null"/> for a v1 request or an unknown
    /// path.</summary>
    public string? Operation { get; init; }

    /// <summary>Gets the query exactly as received, without the question mark; empty if there is none.</summary>
    public required string Query { get; init; }

    /// <summary>Gets the headers. Names are case-insensitive; multiple values are joined by a comma.</summary>
    /// <remarks>The value of <c>Authorization</c> is not stored: it reads <c>[redacted]</c>.</remarks>
    public required IReadOnlyDictionary<string, string> Headers { get; init => field = new ValueMap<string>(new Dictionary<string, string>(value, StringComparer.OrdinalIgnoreCase)); }

    /// <summary>Gets the body as text, truncated to 65,536 bytes; empty if there is none.</summary>
    public required string Body { get; init; }

    /// <summary>Gets the HTTP status of the response, or <see langword="null"/> if the connection ended without one.</summary>
    public required int? StatusCode { get; init; }

    /// <summary>Gets the <see cref="SandboxFault.Name"/> of the fault that hit the request, or <see langword="null"/> if none did.</summary>
    public string? Fault { get; init; }

    /// <summary>Gets when the request was received, on the sandbox's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Determines whether the request has a method and a path.</summary>
    /// <param name="method">The HTTP method, such as <c>PATCH</c>; <c>*</c> for any.</param>
    /// <param name="path">The path below the API's address, such as <c>contacts/*</c>, or on v1 <c>prospects/*/context</c>; each <c>*</c> matches one segment.</param>
    /// <returns><see langword="true"/> if both match; otherwise, <see langword="false"/>.</returns>
    public bool Is(string method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        if (method != "*" && !method.Equals(Method, StringComparison.OrdinalIgnoreCase))
            return false;

        var pattern = path.TrimStart('/').Split('/');
        // Without the prefix: an empty segment, "api" and the API version.
        var segments = Path.Split('/').Skip(3).ToArray();
        return segments.Length == pattern.Length && pattern.Zip(segments).All(pair => pair.First == "*" || pair.First == pair.Second);
    }
}
