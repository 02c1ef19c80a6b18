using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace InboxSdk.Tests.Support;

/// <summary>Specifies how a server ends a connection instead of sending a response.</summary>
public enum ConnectionEnd
{
    /// <summary>A FIN, as HAProxy and Apache send it when the server behind them dies.</summary>
    Fin,

    /// <summary>A FIN of the server's direction only.</summary>
    HalfClose,

    /// <summary>A RST.</summary>
    Reset,

    /// <summary>A FIN within the status line.</summary>
    InStatusLine,

    /// <summary>A FIN within the body.</summary>
    InBody,
}

/// <summary>Represents a server on a real socket that reads complete requests, counts them, and ends the connection instead of each response; also as a proxy that opens tunnels to itself, and
/// then uses TLS.</summary>
internal sealed class ClosingServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _arrivals = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lazy<X509Certificate2> _certificate = new(CreateCertificate);
    private readonly ConnectionEnd _end;
    private readonly Task _loop;

    public ClosingServer(ConnectionEnd end)
    {
        _end = end;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _loop = AcceptAsync();
    }

    /// <summary>Gets or sets the number of requests of each connection that get a response before one gets none.</summary>
    public int RespondedFirst { get; init; }

    /// <summary>Gets or sets the response to CONNECT; null ends the connection instead.</summary>
    public string? ToConnect { get; init; } = "200 Connection established";

    public Uri Address { get; }

    /// <summary>Gets the request lines that arrived and got no response.</summary>
    public IReadOnlyList<string> Arrivals => [.. _arrivals];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
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
                Stream stream = client.GetStream();
                for (var responded = 0; await ReadAsync(stream) is { } line;)
                {
                    if (line.StartsWith("CONNECT", StringComparison.Ordinal) && ToConnect is not null)
                    {
                        if (!ToConnect.StartsWith("200", StringComparison.Ordinal))
                            _arrivals.Enqueue(line);
                        await WriteAsync(stream, $"HTTP/1.1 {ToConnect}\r\n{(ToConnect.StartsWith("200", StringComparison.Ordinal) ? "" : "Connection: close\r\n")}Content-Length: 0\r\n\r\n");
                        if (!ToConnect.StartsWith("200", StringComparison.Ordinal))
                            return;
                        var tls = new SslStream(stream);
                        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate.Value }, _stop.Token);
                        stream = tls;
                    }
                    else if (responded++ < RespondedFirst)
                    {
                        await WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 27\r\n\r\n{\"data\":[],\"hasMore\":false}");
                    }
                    else
                    {
                        _arrivals.Enqueue(line);
                        await EndAsync(client, stream);
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client closed the connection, or the test is over.
            }
        }
    }

    private async Task EndAsync(TcpClient client, Stream stream)
    {
        switch (_end)
        {
            case ConnectionEnd.Reset:
                client.Client.LingerState = new LingerOption(true, 0);
                // On the socket itself, because the TcpClient would shut the connection down first.
                client.Client.Close();
                break;
            case ConnectionEnd.HalfClose:
                client.Client.Shutdown(SocketShutdown.Send);
                _ = await stream.ReadAsync(new byte[1], _stop.Token);
                break;
            case ConnectionEnd.InStatusLine:
                await WriteAsync(stream, "HTTP/1.1 2");
                break;
            case ConnectionEnd.InBody:
                await WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"data\"");
                break;
        }
    }

    private async Task WriteAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text), _stop.Token);

    private async Task<string?> ReadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (head.Length < 4 || head.ToString(head.Length - 4, 4) != "\r\n\r\n")
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
                return null;
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n");
        var length = lines.FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))?[15..];
        await stream.ReadExactlyAsync(new byte[int.Parse(length ?? "0", System.Globalization.CultureInfo.InvariantCulture)], _stop.Token);
        return lines[0];
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=inbox.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2126, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var bytes = certificate.Export(X509ContentType.Pfx);
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadPkcs12(bytes, password: null);
#else
        return new(bytes);
#endif
    }
}
