using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InboxSdk.Tests.Support;

/// <summary>Represents a server on a real socket that sends the next response of a script for each request, byte for byte, so that a test can also send what no
/// proper server would. It records the requests.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<StubResponse> _script = new();
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private readonly SemaphoreSlim _seen = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public ScriptedServer(params IEnumerable<StubResponse> script)
    {
        foreach (var response in script)
            _script.Enqueue(response);
        _listener.Start();
        BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api/v1");
        _loop = AcceptAsync();
    }

    public Uri BaseAddress { get; }

    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    /// <summary>Completes when the next request is received completely.</summary>
    public Task NextRequestAsync() => _seen.WaitAsync(TestTimeout.Token());

    /// <summary>Represents the response to one request; the connection is closed after it unless it stalls.</summary>
    public sealed record StubResponse(byte[] Bytes, bool ThenStall = false)
    {
        public static StubResponse Json(int status, string body, params string[] headers) =>
            Text(status, body, ["Content-Type: application/json", .. headers]);

        public static StubResponse Text(int status, string body, params string[] headers) =>
            Body(status, Encoding.UTF8.GetBytes(body), headers);

        public static StubResponse Body(int status, byte[] body, params string[] headers) =>
            Raw(status, body, [$"Content-Length: {body.Length}", .. headers]);

        /// <summary>Sends only these headers, even if they are wrong.</summary>
        public static StubResponse Raw(int status, byte[] body, params string[] headers)
        {
            var head = $"HTTP/1.1 {status} Status\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";
            return new([.. Encoding.UTF8.GetBytes(head), .. body]);
        }

        /// <summary>Sends the bytes, then nothing more, and keeps the connection open.</summary>
        public static StubResponse Stall(StubResponse? first = null) => new(first?.Bytes ?? [], ThenStall: true);

        /// <summary>Closes the connection within the status line. (If no byte were sent, .NET's own transport would retry a request without a body.)</summary>
        public static StubResponse Disconnect() => new("HTTP/1.1 2"u8.ToArray());
    }

    public sealed record SeenRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // The order matters: a stopped listener throws on accept, regardless of the token.
        await _loop;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await ReadAsync(stream) is not { } request)
                    return;
                _requests.Enqueue(request);
                _seen.Release();
                var response = _script.TryDequeue(out var next)
                    ? next
                    : StubResponse.Json(500, """{"error":{"code":"SCRIPT_ENDED","message":"The script has no further response.","status":500}}""");
                await stream.WriteAsync(response.Bytes, _stop.Token);
                if (response.ThenStall)
                    await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // The client closed the connection or the test is over; a test may do both.
            }
        }
    }

    private async Task<SeenRequest?> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        if (await reader.ReadLineAsync(_stop.Token) is not { } line)
            return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } header)
        {
            var (name, value) = (header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            headers[name] = value.Trim();
        }

        var body = new char[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : 0];
        // A read of zero bytes would still wait for data.
        if (body.Length > 0)
            await reader.ReadBlockAsync(body, _stop.Token);
        return new(line, headers, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)));
    }
}
