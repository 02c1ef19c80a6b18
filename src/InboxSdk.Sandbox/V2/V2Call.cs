using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>A request whose path and query are valid.</summary>
internal sealed class V2Call(ApiCall call, string operation, V2Query query)
{
    public string Operation => operation;

    public V2Query Query => query;

    public string Id => call.Id;

    public string SecondId => call.SecondId;

    public V2Body ReadBody(params string[] fields) => V2Body.Parse(call.Body, fields);

    public string? Header(string name) => call.Header(name);

    /// <summary>Registers a callback that runs when the response starts, or when the connection ends without one.</summary>
    public void OnCompleted(Action action) => call.OnCompleted(action);
}
