using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace InboxSdk.FaultMatrix.Server;

/// <summary>Represents a request as received from the socket.</summary>
internal sealed record WireRequest(string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>Gets the target without its query and without <c>/api/v1</c> or <c>/api/v2</c>.</summary>
    public string Path => Target.Split('?')[0]["/api/v1".Length..];

    public bool IsWrite => Method != "GET";

    /// <summary>Gets the number that <see cref="AttemptCounter"/> assigned to the attempt.</summary>
    public string Attempt => Value(AttemptCounter.Header) ?? "";

    private string? Value(string name) => Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Reads a complete request.</summary>
    /// <returns>The request; null when the client closed the connection before it was complete.</returns>
    public static async Task<WireRequest?> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var reader = new Reader(stream, cancellationToken);
        if (await reader.LineAsync() is not { Length: > 0 } first)
            return null;
        var parts = first.Split(' ');
        var headers = new List<KeyValuePair<string, string>>();
        while (await reader.LineAsync() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
        }

        var request = new WireRequest(parts[0], parts[1], headers, []);
        var body = request.Value("Transfer-Encoding") == "chunked" ? await reader.ChunksAsync()
            : request.Value("Content-Length") is { } length ? await reader.BytesAsync(int.Parse(length, CultureInfo.InvariantCulture))
            : [];
        return body is null ? null : request with { Body = body };
    }

    private sealed class Reader(NetworkStream stream, CancellationToken cancellationToken)
    {
        private readonly byte[] _buffer = new byte[16 * 1024];
        private int _start, _end;

        public async Task<string?> LineAsync()
        {
            var line = new StringBuilder();
            while (await NextAsync() is { } next)
            {
                if (next == '\n')
                    return line.ToString();
                if (next != '\r')
                    line.Append((char)next);
            }

            return null;
        }

        public async Task<byte[]?> BytesAsync(int length)
        {
            var bytes = new byte[length];
            for (var i = 0; i < length; i++)
            {
                if (await NextAsync() is not { } next)
                    return null;
                bytes[i] = next;
            }

            return bytes;
        }

        public async Task<byte[]?> ChunksAsync()
        {
            var body = new List<byte>();
            while (await LineAsync() is { } size)
            {
                var length = int.Parse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                if (await BytesAsync(length) is not { } chunk || await LineAsync() is null)
                    return null;
                if (length == 0)
                    return [.. body];
                body.AddRange(chunk);
            }

            return null;
        }

        private async ValueTask<byte?> NextAsync()
        {
            if (_start == _end)
            {
                (_start, _end) = (0, await stream.ReadAsync(_buffer, cancellationToken));
                if (_end == 0)
                    return null;
            }

            return _buffer[_start++];
        }
    }
}
