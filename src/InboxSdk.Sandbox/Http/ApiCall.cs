namespace InboxSdk.Sandbox.Http;

/// <summary>What a handler sees of a request: the id in its path, its query and its body.</summary>
internal sealed class ApiCall(string id, QueryReader query, RequestBody body)
{
    /// <summary>The path's <c>{id}</c>, or an empty string when the path has none.</summary>
    public string Id { get; } = id;

    public QueryReader Query { get; } = query;

    public JsonBody ReadBody() => JsonBody.Parse(body);
}
