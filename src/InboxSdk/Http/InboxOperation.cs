namespace InboxSdk.Http;

/// <summary>Describes an API operation to the pipeline. Stored in the request's options.</summary>
/// <param name="Name">The name for messages, logs and telemetry, such as <c>prospects.get</c>.</param>
/// <param name="Route">The template of its path, such as <c>/prospects/{prospectId}</c>, for telemetry: the path itself holds ids.</param>
/// <param name="IsRead">Whether it changes nothing.</param>
/// <param name="IsRepeatable">Whether applying it twice has the same effect as applying it once. This depends on the operation, not on its HTTP method.</param>
/// <param name="Success">The success that the API documents; null if unknown.</param>
internal sealed record InboxOperation(string Name, string Route, bool IsRead, bool IsRepeatable, SuccessContract? Success)
{
    // The number of segments of the path after its last placeholder; -1 if there is no placeholder.
    private readonly int _segmentsAfterName = Route.LastIndexOf('}') is var end and >= 0 ? Route.AsSpan(end).Count('/') : -1;

    /// <summary>The object of a call that a messaging platform performs: the team's account, or else a thread or a message of it; null if the call stays within Inbox.</summary>
    public string? Account { get; init; }

    /// <summary>The options of the call; null for the client's.</summary>
    public InboxRequestOptions? Options { get; init; }

    /// <summary>The query parameter with the requested id, if the path does not contain it; null for none.</summary>
    public string? NamedBy { get; init; }

    /// <summary>The key under which Refit puts the operation into the request's options.</summary>
    public const string Key = "InboxSdk.Operation";

    private static readonly HttpRequestOptionsKey<InboxOperation> OptionsKey = new(Key);

    // A request without an operation, for example from a handler of the application, is not retried.
    private static readonly InboxOperation Unknown = WriteOnce("unknown", "", null);

    public static InboxOperation Read(string name, string route, SuccessContract success) => new(name, route, IsRead: true, IsRepeatable: true, success);

    /// <summary>Creates a write that can be retried.</summary>
    public static InboxOperation Write(string name, string route, SuccessContract success) => new(name, route, IsRead: false, IsRepeatable: true, success);

    /// <summary>Creates a write that cannot be retried.</summary>
    public static InboxOperation WriteOnce(string name, string route, SuccessContract? success) => new(name, route, IsRead: false, IsRepeatable: false, success);

    /// <summary>Returns the operation with the options of a call.</summary>
    public InboxOperation With(InboxRequestOptions? options) => options is null ? this : this with { Options = options };

    public static InboxOperation Of(HttpRequestMessage request) => request.Options.TryGetValue(OptionsKey, out var operation) ? operation : Unknown;

    /// <summary>Reads the requested id or name from a request's address: the value of the last placeholder of <see cref="Route"/>, or the single value of <see cref="NamedBy"/>;
    /// empty when there is none.</summary>
    public ReadOnlySpan<char> NamedIn(Uri? address)
    {
        if (address is null || (_segmentsAfterName < 0 && NamedBy is null))
            return default;
        // The original text: each access to a component of a Uri copies it.
        var path = address.OriginalString.AsSpan();
        var end = path.IndexOf('?') is var question and >= 0 ? question : path.Length;
        var named = NamedBy is { } parameter ? OnlyValue(path[Math.Min(end + 1, path.Length)..], parameter) : LastButSome(path[..end], _segmentsAfterName);
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
