using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>A request whose path and query are known to be well formed.</summary>
internal sealed class V2Call(ApiCall call, string operation, V2Query query)
{
    public string Operation => operation;

    public V2Query Query => query;

    public string Id => call.Id;

    public string SecondId => call.SecondId;

    public V2Body ReadBody(params string[] fields) => V2Body.Parse(call.Body, fields);

    public string? Header(string name) => call.Header(name);

    /// <summary>Keeps what is to be done once the answer leaves, or the connection ends without one.</summary>
    public void OnAnswered(Action action) => call.OnAnswered(action);
}
