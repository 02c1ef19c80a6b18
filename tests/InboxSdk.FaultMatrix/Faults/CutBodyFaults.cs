using System.IO.Compression;
using System.Text;
using InboxSdk.FaultMatrix.Operations;
using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Contains successes with an incomplete body. The operation was applied.</summary>
internal static class CutBodyFaults
{
    private const string Kind = "Cut bodies of successes";

    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("shorter than its length, closed", async exchange =>
        {
            await HalfAsync(exchange, await exchange.ApplyAsync());
            exchange.Close();
        }),
        Of("shorter than its length, reset", async exchange =>
        {
            await HalfAsync(exchange, await exchange.ApplyAsync());
            await exchange.HeadersReadAsync();
            exchange.Reset();
        }),
        Of("no body at all, closed", async exchange =>
        {
            await exchange.WriteHeadAsync(await exchange.ApplyAsync());
            exchange.Close();
        }),
        Of("the last chunk is missing", async exchange =>
        {
            var response = await exchange.ApplyAsync();
            await exchange.WriteHeadAsync(response, "Transfer-Encoding: chunked");
            await exchange.WriteAsync([.. Encoding.ASCII.GetBytes($"{response.Body.Length:x}\r\n"), .. response.Body, .. "\r\n"u8]);
            exchange.Close();
        }),
        Of("JSON that ends early, in a body of the right length", async exchange =>
        {
            var response = await exchange.ApplyAsync();
            await exchange.WriteAsync(response with { Body = response.Body[..(response.Body.Length / 2)] });
        }),
        Of("gzip that ends early, in a body of the right length", exchange => CutCompressedAsync(exchange, "gzip", stream => new GZipStream(stream, CompressionLevel.Fastest))),
        Of("brotli that ends early, in a body of the right length", exchange => CutCompressedAsync(exchange, "br", stream => new BrotliStream(stream, CompressionLevel.Fastest))),
        Of("deflate that ends early, in a body of the right length", exchange => CutCompressedAsync(exchange, "deflate", stream => new ZLibStream(stream, CompressionLevel.Fastest))),
    ];

    private static Fault Of(string name, Func<Exchange, Task> play) =>
        new(Kind, name, new Signal.Broken(), play) { Meets = operation => operation.Documented is Documented.Object or Documented.Array };

    private static async Task HalfAsync(Exchange exchange, WireResponse response)
    {
        await exchange.WriteHeadAsync(response);
        await exchange.WriteAsync(response.Body.AsMemory(..(response.Body.Length / 2)));
    }

    private static async Task CutCompressedAsync(Exchange exchange, string encoding, Func<Stream, Stream> compress)
    {
        var response = HarmlessFaults.Compressed(await exchange.ApplyAsync(), encoding, compress);
        await exchange.WriteAsync(response with { Body = response.Body[..(response.Body.Length / 2)] });
    }
}
