using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Http;

/// <summary>What a handler sees of a request: the values in its path, its query, its body and its headers.</summary>
/// <param name="http">The exchange.</param>
/// <param name="ids">The path's placeholders, in their order.</param>
/// <param name="body">The body.</param>
/// <param name="onAnswered">Takes what is to be done once the answer leaves, or the connection ends without one.</param>
internal sealed class ApiCall(HttpContext http, IReadOnlyList<string> ids, RequestBody body, Action<Action> onAnswered)
{
    /// <summary>The path's first placeholder, or an empty string when the path has none.</summary>
    public string Id => ids.Count > 0 ? ids[0] : "";

    /// <summary>The path's second placeholder.</summary>
    public string SecondId => ids[1];

    public QueryReader Query { get; } = new(http.Request.Query);

    /// <summary>The query as it came over the wire, with its question mark.</summary>
    public string RawQuery => http.Request.QueryString.Value ?? "";

    public RequestBody Body => body;

    public JsonBody ReadBody() => JsonBody.Parse(body);

    public string? Header(string name) => http.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    public void OnAnswered(Action action) => onAnswered(action);
}
