using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Http;

/// <summary>The part of a request that a handler needs: path parameters, query, body and headers.</summary>
/// <param name="http">The HTTP context.</param>
/// <param name="ids">The path parameters, in order.</param>
/// <param name="body">The body.</param>
/// <param name="onCompleted">Registers a callback that runs when the response starts, or when the connection ends without one.</param>
internal sealed class ApiCall(HttpContext http, IReadOnlyList<string> ids, RequestBody body, Action<Action> onCompleted)
{
    /// <summary>The first path parameter, or an empty string if the path has none.</summary>
    public string Id => ids.Count > 0 ? ids[0] : "";

    /// <summary>The second path parameter.</summary>
    public string SecondId => ids[1];

    public QueryReader Query { get; } = new(http.Request.Query);

    /// <summary>Cancelled when the client disconnects.</summary>
    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>The query exactly as received, with its question mark.</summary>
    public string RawQuery => http.Request.QueryString.Value ?? "";

    public RequestBody Body => body;

    public JsonBody ReadBody() => JsonBody.Parse(body);

    public string? Header(string name) => http.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    public void OnCompleted(Action action) => onCompleted(action);
}
