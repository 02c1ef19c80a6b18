using System.Text;
using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Contains responses that are not HTTP or exceed its bounds.</summary>
internal static class ProtocolFaults
{
    private const string Kind = "Not HTTP, or beyond its bounds";

    private static readonly Signal Broken = new Signal.Broken();
    private static readonly Signal Garbled = new Signal.Garbled();

    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("text that is not HTTP", Broken, exchange => exchange.WriteAsync("SSH-2.0-OpenSSH_9.6\r\n")),
        Of("a status line without a number", Broken, exchange => exchange.WriteAsync("HTTP/1.1 OK\r\n\r\n")),
        Of("a header without a colon", Broken, exchange => exchange.WriteAsync("HTTP/1.1 200 OK\r\nnonsense\r\nContent-Length: 0\r\n\r\n")),
        Of("a length that is not a number", Garbled, exchange => exchange.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: many\r\n\r\n{}")),
        Of("a chunk size that is not a number", Broken, exchange => exchange.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}")),
        Of("100 Continue, then closed", Broken, exchange => exchange.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n")),
        Of("headers of 100 KB", Broken, exchange => exchange.WriteAsync($"HTTP/1.1 200 OK\r\nX-Long: {new string('a', 100_000)}\r\nContent-Length: 2\r\n\r\n{{}}")),
        OfWhole("a body beyond the bound", Garbled, exchange => exchange.WriteAsync(
            new WireResponse(200, [new("Content-Type", "application/json")], Encoding.ASCII.GetBytes($$"""{"id":"{{new string('a', 300_000)}}"}""")))),
        OfWhole("gzip that is none", Broken, exchange => exchange.WriteAsync(
            new WireResponse(200, [new("Content-Type", "application/json"), new("Content-Encoding", "gzip")], Encoding.ASCII.GetBytes("""{"id":"1"}""")))),
        Of("101 Switching Protocols", new Signal.Error(101, IsPage: true), exchange => exchange.WriteAsync("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")),
    ];

    private static Fault Of(string name, Signal signal, Func<Exchange, Task> play) => OfWhole(name, signal, async exchange =>
    {
        await play(exchange);
        exchange.Close();
    });

    // The connection stays open: the client may reuse it, and a close could affect its next request.
    private static Fault OfWhole(string name, Signal signal, Func<Exchange, Task> play) => new(Kind, $"{name}, applied", signal, async exchange =>
    {
        await exchange.ApplyAsync();
        await play(exchange);
    });
}
