namespace InboxSdk.Http;

/// <summary>What the pipeline must know of an API operation, beyond its request. Travels in the request's options.</summary>
/// <param name="Name">The name for messages, logs and telemetry, such as <c>prospects.get</c>.</param>
/// <param name="Route">The template of its path, such as <c>/prospects/{prospectId}</c>, for telemetry: the path itself holds ids.</param>
/// <param name="IsRead">Whether it changes nothing.</param>
/// <param name="IsRepeatable">Whether doing it twice leaves the same state as doing it once. A trait of the operation, not of its verb.</param>
/// <param name="Success">What the API documents as its success; null when nothing is known of it.</param>
internal sealed record InboxOperation(string Name, string Route, bool IsRead, bool IsRepeatable, SuccessContract? Success)
{
    // How many segments of the path follow the last one that names something; -1 when none does.
    private readonly int _segmentsAfterName = Route.LastIndexOf('}') is var end and >= 0 ? Route.AsSpan(end).Count('/') : -1;

    /// <summary>What the call has a messaging platform do something to: the team's account, else a thread or a message of it; null when it stays within Inbox.</summary>
    public string? Account { get; init; }

    /// <summary>The options of the call; null for the client's.</summary>
    public InboxRequestOptions? Options { get; init; }

    /// <summary>The query parameter that names what is asked for, where the path does not; null for none.</summary>
    public string? NamedBy { get; init; }

    /// <summary>The key under which Refit puts the operation into the request's options.</summary>
    public const string Key = "InboxSdk.Operation";

    private static readonly HttpRequestOptionsKey<InboxOperation> OptionsKey = new(Key);

    // A request that comes by another way than our interfaces is sent once: nothing is known of it.
    private static readonly InboxOperation Unknown = WriteOnce("unknown", "", null);

    public static InboxOperation Read(string name, string route, SuccessContract success) => new(name, route, IsRead: true, IsRepeatable: true, success);

    /// <summary>A write that may be repeated after a fault.</summary>
    public static InboxOperation Write(string name, string route, SuccessContract success) => new(name, route, IsRead: false, IsRepeatable: true, success);

    /// <summary>A write that may not.</summary>
    public static InboxOperation WriteOnce(string name, string route, SuccessContract? success) => new(name, route, IsRead: false, IsRepeatable: false, success);

    /// <summary>Returns the operation with the options of a call.</summary>
    public InboxOperation With(InboxRequestOptions? options) => options is null ? this : this with { Options = options };

    public static InboxOperation Of(HttpRequestMessage request) => request.Options.TryGetValue(OptionsKey, out var operation) ? operation : Unknown;

    /// <summary>Reads from a request's address the id or the name that it asks for: what the last placeholder of <see cref="Route"/> or the one value of <see cref="NamedBy"/> stands for;
    /// empty when there is none.</summary>
    public ReadOnlySpan<char> NamedIn(Uri? address)
    {
        if (address is null || (_segmentsAfterName < 0 && NamedBy is null))
            return default;
        // The text as it was composed: the parts of an address are copied each time they are asked for.
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
