namespace InboxSdk.Pipeline;

/// <summary>Describes an API operation to the pipeline.</summary>
/// <param name="Name">The name for messages, logs and telemetry, such as <c>prospects.get</c>.</param>
/// <param name="IsRead">Whether it changes nothing.</param>
/// <param name="IsRepeatable">Whether applying it twice has the same effect as applying it once. This depends on the operation, not on its HTTP method.</param>
/// <param name="Success">The success that the API documents.</param>
internal sealed record InboxOperation(string Name, bool IsRead, bool IsRepeatable, SuccessContract Success)
{
    /// <summary>The object of a call that a messaging platform performs: the team's account, or else a thread or a message of it; null if the call stays within Inbox.</summary>
    public string? Account { get; init; }

    /// <summary>The query parameter with the requested id, if the path does not contain it; null for none.</summary>
    public string? NamedBy { get; init; }

    public static InboxOperation Read(string name, SuccessContract success, string? namedBy = null) => new(name, IsRead: true, IsRepeatable: true, success) { NamedBy = namedBy };

    /// <summary>Creates a write that can be retried.</summary>
    public static InboxOperation Write(string name, SuccessContract success) => new(name, IsRead: false, IsRepeatable: true, success);

    /// <summary>Creates a write that cannot be retried.</summary>
    public static InboxOperation WriteOnce(string name, SuccessContract success) => new(name, IsRead: false, IsRepeatable: false, success);

    /// <summary>Creates a call of the operation.</summary>
    /// <param name="options">The options of the call; null for the client's.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public InboxCall Call(InboxRequestOptions? options, CancellationToken cancellationToken) => new(this, options, cancellationToken);

    /// <summary>Reads the requested id or name from a request's address: the value of the last placeholder of the route, or the single value of <see cref="NamedBy"/>; empty
    /// if there is none.</summary>
    public ReadOnlySpan<char> NamedIn(Uri? address, string route)
    {
        var placeholder = route.LastIndexOf('}');
        if (address is null || (placeholder < 0 && NamedBy is null))
            return default;
        // The original text: each access to a component of a Uri copies it.
        var path = address.OriginalString.AsSpan();
        var end = path.IndexOf('?') is var question and >= 0 ? question : path.Length;
        var named = NamedBy is { } parameter ? OnlyValue(path[Math.Min(end + 1, path.Length)..], parameter) : LastButSome(path[..end], route.AsSpan(placeholder).Count('/'));
        return named.Contains('%') ? Uri.UnescapeDataString(named.ToString()) : named;
    }

    private static ReadOnlySpan<char> LastButSome(ReadOnlySpan<char> path, int some)
    {
        for (; some > 0; some--)
            path = path[..Math.Max(0, path.LastIndexOf('/'))];
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static ReadOnlySpan<char> OnlyValue(ReadOnlySpan<char> query, string parameter)
    {
        ReadOnlySpan<char> only = default;
        while (!query.IsEmpty)
        {
            var end = query.IndexOf('&') is var next and >= 0 ? next : query.Length;
            var pair = query[..end];
            query = query[Math.Min(end + 1, query.Length)..];
            if (!pair.StartsWith(parameter, StringComparison.Ordinal) || pair.Length == parameter.Length || pair[parameter.Length] != '=')
                continue;
            if (!only.IsEmpty)
                return default;
            only = pair[(parameter.Length + 1)..];
        }

        return only;
    }
}
