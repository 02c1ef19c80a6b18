using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V2;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>Handles the log of exchanges.</summary>
internal sealed class ExchangeHandlers(SandboxRequestLog requests, ExchangeLog exchanges)
{
    public ApiResponse List(ApiCall call) => ApiResponse.Ok(json =>
        json.WriteArray("requests", exchanges.ChangedAfter(0, int.MaxValue).Exchanges, exchange => ExchangeJson.WriteSummary(json, exchange)));

    public ApiResponse Get(ApiCall call) => exchanges.Find(ConsoleRoutes.NumberOf(call)) is { } exchange
        ? ApiResponse.Value(200, json => ExchangeJson.WriteDetails(json, exchange))
        : throw ConsoleRoutes.NotFound(call.Id);

    public ApiResponse Clear(ApiCall call)
    {
        requests.Clear();
        exchanges.Clear();
        return ApiResponse.NoContent;
    }
}
