namespace InboxSdk.Http;

/// <summary>What the pipeline must know of an API operation, beyond its request. Travels in the request's options.</summary>
/// <param name="Name">The name for messages, logs and telemetry, such as <c>prospects.get</c>.</param>
/// <param name="Route">The template of its path, such as <c>/prospects/{prospectId}</c>, for telemetry: the path itself holds ids.</param>
/// <param name="IsRead">Whether it changes nothing.</param>
/// <param name="IsRepeatable">Whether doing it twice leaves the same state as doing it once. A trait of the operation, not of its verb.</param>
internal sealed record InboxOperation(string Name, string Route, bool IsRead, bool IsRepeatable)
{
    /// <summary>What the call has a messaging platform do something to: the team's account, else a thread or a message of it; null when it stays within Inbox.</summary>
    public string? Account { get; init; }

    /// <summary>The key under which Refit puts the operation into the request's options.</summary>
    public const string Key = "InboxSdk.Operation";

    private static readonly HttpRequestOptionsKey<InboxOperation> OptionsKey = new(Key);

    // A request that comes by another way than our interfaces is sent once: nothing is known of it.
    private static readonly InboxOperation Unknown = WriteOnce("unknown", "");

    public static InboxOperation Read(string name, string route) => new(name, route, IsRead: true, IsRepeatable: true);

    /// <summary>A write that may be repeated after a fault.</summary>
    public static InboxOperation Write(string name, string route) => new(name, route, IsRead: false, IsRepeatable: true);

    /// <summary>A write that may not.</summary>
    public static InboxOperation WriteOnce(string name, string route) => new(name, route, IsRead: false, IsRepeatable: false);

    public static InboxOperation Of(HttpRequestMessage request) => request.Options.TryGetValue(OptionsKey, out var operation) ? operation : Unknown;
}
