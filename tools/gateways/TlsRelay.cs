using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InboxSdk.Gateways;

/// <summary>Represents the API with TLS: terminates TLS and forwards the bytes and the end of a connection in both directions.</summary>
internal sealed class TlsRelay : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly int _apiPort;
    private readonly Task _accepting;

    public TlsRelay(int port, int apiPort)
    {
        _apiPort = apiPort;
        _listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, optionValue: true);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>Gets the certificate, which no system trusts.</summary>
    public static X509Certificate2 Certificate { get; } = CreateCertificate();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync(_stop.Token);
                _connections.Add(RelayAsync(socket));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task RelayAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                using var api = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.NoDelay = true;
                await using var client = new SslStream(new NetworkStream(socket));
                await client.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stop.Token);
                await api.ConnectAsync(IPAddress.Loopback, _apiPort, _stop.Token);
                await using var plain = new NetworkStream(api);
                using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                var up = client.CopyToAsync(plain, ended.Token);
                var down = plain.CopyToAsync(client, ended.Token);
                var first = await Task.WhenAny(up, down);
                // The connection of the client ends in the same way as that of the API.
                if (first == down && down.IsFaulted)
                    socket.LingerState = new LingerOption(enable: true, seconds: 0);
                else if (first == down)
                    await client.ShutdownAsync();
                await ended.CancelAsync();
                await Task.WhenAll(up, down);
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
            }
        }
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var today = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(today.AddDays(-1), today.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
