namespace InboxSdk.Pipeline;

/// <summary>The additional headers of requests.</summary>
internal static class RequestHeaders
{
    // What authenticates, frames or identifies a request is the client's own.
    private static readonly string[] Reserved = ["Accept", "Authorization", "Connection", "Cookie", "Host", "Idempotency-Key", "Proxy-Authorization", "Transfer-Encoding", "User-Agent"];

    /// <exception cref="ArgumentException">The name or the value cannot be a header's, or the header is set by the client.</exception>
    public static void Validate(string name, string value)
    {
        if (Reserved.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The client sets the header {name} itself.", nameof(name));
        using var request = new HttpRequestMessage();
        try
        {
            request.Headers.Add(name, value);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or ArgumentException)
        {
            // Without the exception's own text, which can hold the value.
            throw new ArgumentException("A header has a name or a value that HTTP does not allow.", nameof(name));
        }
    }

    public static void Add(HttpRequestMessage request, IReadOnlyDictionary<string, string> headers)
    {
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
    }
}
