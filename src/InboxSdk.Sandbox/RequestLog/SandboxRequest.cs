namespace InboxSdk.Sandbox;

/// <summary>Records a request that a sandbox saw and how it answered.</summary>
public sealed record SandboxRequest
{
    /// <summary>Gets the HTTP method, such as <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path as it came over the wire, still percent-encoded, such as <c>/api/v1/threads</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the query as it came over the wire, without the question mark; empty for none.</summary>
    public required string Query { get; init; }

    /// <summary>Gets the headers, found by name whatever its case; several values are joined by a comma.</summary>
    /// <remarks>The value of <c>Authorization</c> is never kept: it reads <c>[redacted]</c>.</remarks>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Gets the body as text, cut after 65,536 bytes; empty for none.</summary>
    public required string Body { get; init; }

    /// <summary>Gets the HTTP status of the answer, or <see langword="null"/> when the connection ended without one.</summary>
    public required int? Status { get; init; }

    /// <summary>Gets when the request came, by the sandbox's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
