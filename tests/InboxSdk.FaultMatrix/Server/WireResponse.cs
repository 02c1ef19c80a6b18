using System.Globalization;
using System.Text;

namespace InboxSdk.FaultMatrix.Server;

/// <summary>Represents a response before it is written to the socket. The faults modify it.</summary>
internal sealed record WireResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public static WireResponse Of(int status, string body, string mediaType = "application/json") =>
        new(status, [new("Content-Type", mediaType)], Encoding.UTF8.GetBytes(body));

    public static WireResponse Page(int status, string title = "We will be back soon") =>
        Of(status, $"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>", "text/html; charset=utf-8").With("Server", "proxy/1.0");

    public WireResponse With(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };

    public WireResponse Without(string name) =>
        this with { Headers = [.. Headers.Where(header => !header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))] };

    /// <summary>Renders the status line and the headers, with the empty line that ends them.</summary>
    /// <param name="framing">The header that defines the end of the body; null for <c>Content-Length</c>, empty for none.</param>
    public byte[] Head(string? framing = null)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} {(IsSuccess ? "OK" : "No")}\r\n");
        foreach (var (name, value) in Headers)
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        framing ??= Status is 204 or 304 ? "" : $"Content-Length: {Body.Length}";
        if (framing.Length > 0)
            text.Append(framing).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.Append("\r\n").ToString());
    }

    public byte[] Bytes() => [.. Head(), .. Body];
}
