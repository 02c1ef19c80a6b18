using System.Text;
using System.Text.Json;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V2;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>Writes exchanges for the console.</summary>
internal static class ExchangeJson
{
    public static void WriteSummary(Utf8JsonWriter json, Exchange exchange)
    {
        json.WriteStartObject();
        WriteFacts(json, exchange);
        json.WriteEndObject();
    }

    public static void WriteDetails(Utf8JsonWriter json, Exchange exchange)
    {
        json.WriteStartObject();
        WriteFacts(json, exchange);
        // The log has no token: it reads [redacted].
        WriteHeaders(json, "requestHeaders", exchange.Request.Headers);
        json.WriteString("requestBody"u8, exchange.Request.Body);
        WriteHeaders(json, "responseHeaders", exchange.ResponseHeaders.Select(header => new KeyValuePair<string, string>(header.Key, header.Value.ToString())));
        var isText = exchange.ResponseHeaders.All(header => !header.Key.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase));
        json.WriteString("responseBody"u8, isText ? Encoding.UTF8.GetString(exchange.Body!.Kept) : null);
        json.WriteNumber("responseLength"u8, exchange.Body!.WrittenCount);
        json.WriteBoolean("isResponseTruncated"u8, exchange.Body.WrittenCount > exchange.Body.Kept.Length);
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, Exchange exchange)
    {
        var request = exchange.Request;
        json.WriteNumber("number"u8, exchange.Number);
        json.WriteNumber("call"u8, exchange.Call);
        json.WriteNumber("attempt"u8, exchange.AttemptCount);
        json.WriteString("method"u8, request.Method);
        json.WriteString("path"u8, request.Path);
        json.WriteString("query"u8, request.Query);
        json.WriteString("operation"u8, request.Operation);
        json.WriteTime("receivedAt", request.ReceivedAt);
        json.WriteBoolean("isPending"u8, exchange.IsPending);
        json.WriteNumberOrNull("status", exchange.StatusCode);
        json.WriteBoolean("wasAborted"u8, exchange.WasAborted);
        json.WriteNumberOrNull("milliseconds", exchange.Duration is { } duration ? Math.Round((decimal)duration.TotalMilliseconds, 1) : null);
        json.WriteString("idempotencyKey"u8, exchange.IdempotencyKey);
        json.WriteString("fault"u8, request.Fault);
    }

    private static void WriteHeaders(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> headers)
    {
        json.WriteStartObject(name);
        foreach (var (header, value) in headers)
            json.WriteString(header, value);
        json.WriteEndObject();
    }
}
