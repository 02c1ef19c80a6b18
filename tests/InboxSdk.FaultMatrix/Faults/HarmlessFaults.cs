using System.Globalization;
using System.IO.Compression;
using System.Text;
using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Contains complete responses of the API in an unusual form. A client must accept all of them.</summary>
internal static class HarmlessFaults
{
    private const string Kind = "Whole responses in unusual form";

    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("nothing wrong", async exchange => await exchange.WriteAsync(await exchange.ApplyAsync())),
        Of("byte by byte", async exchange =>
        {
            foreach (var part in (await exchange.ApplyAsync()).Bytes().Chunk(7))
                await exchange.WriteAsync(part);
        }),
        Of("chunked", async exchange => await exchange.WriteAsync(Chunked(await exchange.ApplyAsync()))),
        Of("no length, ended by close", async exchange =>
        {
            var response = await exchange.ApplyAsync();
            await exchange.WriteAsync(response.With("Connection", "close").Head(framing: ""));
            await exchange.WriteAsync(response.Body);
            exchange.Close();
        }),
        Of("Connection: close", async exchange =>
        {
            await exchange.WriteAsync((await exchange.ApplyAsync()).With("Connection", "close"));
            exchange.Close();
        }),
        Of("closed after it, without notice", async exchange =>
        {
            await exchange.WriteAsync(await exchange.ApplyAsync());
            exchange.Close();
        }) with
        {
            MayLoseTheNextRequest = true,
        },
        Of("gzip", async exchange => await exchange.WriteAsync(Compressed(await exchange.ApplyAsync(), "gzip", stream => new GZipStream(stream, CompressionLevel.Fastest)))),
        Of("brotli", async exchange => await exchange.WriteAsync(Compressed(await exchange.ApplyAsync(), "br", stream => new BrotliStream(stream, CompressionLevel.Fastest)))),
        Of("deflate", async exchange => await exchange.WriteAsync(Compressed(await exchange.ApplyAsync(), "deflate", stream => new ZLibStream(stream, CompressionLevel.Fastest)))),
        Of("byte order mark", async exchange => await exchange.WriteAsync(Changed(await exchange.ApplyAsync(), text => "\uFEFF" + text))),
        Of("pretty-printed, with spaces around", async exchange => await exchange.WriteAsync(Changed(await exchange.ApplyAsync(), text => $"\r\n\t {text} \n"))),
        Of("unknown fields", async exchange => await exchange.WriteAsync(Changed(
            await exchange.ApplyAsync(), text => text.Replace("{", """{"newField":{"a":[1,null,"b"]},"newFlag":true,""", StringComparison.Ordinal).Replace(",}", "}", StringComparison.Ordinal)))) with
        {
            // Its map of numbers is not a model, which could have new fields.
            Meets = operation => operation.Name != "platforms.list",
        },
        Of("100 Continue and 103 Early Hints before it", async exchange =>
        {
            var response = await exchange.ApplyAsync();
            await exchange.WriteAsync("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n");
            await exchange.WriteAsync(response);
        }),
        Of("media type with parameters, in capitals", async exchange =>
        {
            var response = await exchange.ApplyAsync();
            await exchange.WriteAsync(response.Body.Length == 0 ? response : response.Without("Content-Type").With("content-type", "APPLICATION/JSON; Charset=\"UTF-8\""));
        }),
        Of("headers of a cache: nothing left, Age 3600", async exchange => await exchange.WriteAsync(Limited(await exchange.ApplyAsync(), limit: 300, remaining: 0, resetIn: -3540).With("Age", "3600"))),
        Of("a limit that was reset before Date", async exchange => await exchange.WriteAsync(Limited(await exchange.ApplyAsync(), limit: 300, remaining: 0, resetIn: -3540))),
        Of("doubled limit headers", async exchange => await exchange.WriteAsync(
            Limited(await exchange.ApplyAsync(), limit: 300, remaining: 299, resetIn: 60).With("X-RateLimit-Remaining", "250").With("X-RateLimit-Limit", "300"))),
        Of("limit headers that make no sense", async exchange => await exchange.WriteAsync(
            (await WithoutLimitsAsync(exchange)).With("X-RateLimit-Limit", "-5").With("X-RateLimit-Remaining", "many").With("X-RateLimit-Reset", "99999999999999999999"))),
        Of("Retry-After on a success", async exchange => await exchange.WriteAsync((await exchange.ApplyAsync()).With("Retry-After", "3600"))),
    ];

    public static WireResponse Compressed(WireResponse response, string encoding, Func<Stream, Stream> compress)
    {
        if (response.Body.Length == 0)
            return response;
        using var buffer = new MemoryStream();
        using (var stream = compress(buffer))
            stream.Write(response.Body);
        return response.With("Content-Encoding", encoding) with { Body = buffer.ToArray() };
    }

    private static Fault Of(string name, Func<Exchange, Task> play) => new(Kind, name, new Signal.Whole(), play);

    private static WireResponse Changed(WireResponse response, Func<string, string> change) =>
        response.Body.Length == 0 ? response : response with { Body = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(response.Body))) };

    private static byte[] Chunked(WireResponse response)
    {
        if (response.Status == 204)
            return response.Bytes();
        var bytes = new List<byte>(response.Head("Transfer-Encoding: chunked"));
        foreach (var chunk in response.Body.Chunk(100))
        {
            bytes.AddRange(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{chunk.Length:x};ext=1\r\n")));
            bytes.AddRange(chunk);
            bytes.AddRange("\r\n"u8);
        }

        bytes.AddRange("0\r\nX-Trailer: 1\r\n\r\n"u8);
        return [.. bytes];
    }

    private static async Task<WireResponse> WithoutLimitsAsync(Exchange exchange) =>
        (await exchange.ApplyAsync()).Without("X-RateLimit-Limit").Without("X-RateLimit-Remaining").Without("X-RateLimit-Reset");

    private static WireResponse Limited(WireResponse response, int limit, int remaining, int resetIn)
    {
        var date = response.Headers.FirstOrDefault(header => header.Key.Equals("Date", StringComparison.OrdinalIgnoreCase)).Value;
        var reset = DateTimeOffset.Parse(date, CultureInfo.InvariantCulture).AddSeconds(resetIn).ToUnixTimeSeconds();
        return response.Without("X-RateLimit-Limit").Without("X-RateLimit-Remaining").Without("X-RateLimit-Reset")
            .With("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture))
            .With("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture))
            .With("X-RateLimit-Reset", reset.ToString(CultureInfo.InvariantCulture));
    }
}
