namespace InboxSdk.Sandbox;

/// <summary>Records a request that a sandbox saw and how it answered.</summary>
public sealed record SandboxRequest
{
    /// <summary>Gets the HTTP method, such as <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path as it came over the wire, still percent-encoded, such as <c>/api/v1/threads</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the operation of v2 by its name in the API's description, such as <c>contacts.update</c>; <see langword="null"/> for a request of v1 or
    /// to no known path.</summary>
    public string? Operation { get; init; }

    /// <summary>Gets the query as it came over the wire, without the question mark; empty for none.</summary>
    public required string Query { get; init; }

    /// <summary>Gets the headers, found by name whatever its case; several values are joined by a comma.</summary>
    /// <remarks>The value of <c>Authorization</c> is never kept: it reads <c>[redacted]</c>.</remarks>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Gets the body as text, cut after 65,536 bytes; empty for none.</summary>
    public required string Body { get; init; }

    /// <summary>Gets the HTTP status of the answer, or <see langword="null"/> when the connection ended without one.</summary>
    public required int? Status { get; init; }

    /// <summary>Gets the name of the fault that hit the request, see <see cref="SandboxFault.Name"/>, or <see langword="null"/> when none did.</summary>
    public string? Fault { get; init; }

    /// <summary>Gets when the request came, by the sandbox's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Tells whether the request is one of a kind.</summary>
    /// <param name="method">The HTTP method, such as <c>PATCH</c>; <c>*</c> for any.</param>
    /// <param name="path">The path below the API's address, such as <c>prospects/*/context</c>; each <c>*</c> stands for one segment.</param>
    /// <returns>Whether both fit.</returns>
    public bool Is(string method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        if (method != "*" && !method.Equals(Method, StringComparison.OrdinalIgnoreCase))
            return false;

        var pattern = path.TrimStart('/').Split('/');
        // Without the API's own part: nothing, "api" and the generation.
        var segments = Path.Split('/').Skip(3).ToArray();
        return segments.Length == pattern.Length && pattern.Zip(segments).All(pair => pair.First == "*" || pair.First == pair.Second);
    }
}
