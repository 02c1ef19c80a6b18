using System.Net;
using System.Net.Sockets;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Pipeline;

/// <summary>A failure of the transport reports its reason, the host, and whether anything was sent.</summary>
public class TransportReasonTests
{
    [Theory]
    [InlineData(SocketError.ConnectionRefused, InboxTransportReason.ConnectionRefused, "inbox.test:443 refused the connection")]
    [InlineData(SocketError.HostNotFound, InboxTransportReason.NameResolution, "the name of inbox.test:443 could not be resolved")]
    [InlineData(SocketError.HostUnreachable, InboxTransportReason.ConnectionFailed, "no connection to inbox.test:443 (HostUnreachable)")]
    [InlineData(SocketError.TimedOut, InboxTransportReason.ConnectionFailed, "no connection to inbox.test:443 (TimedOut)")]
    public async Task Write_NoConnection_SaysWhyAndThatNothingWasSent(SocketError error, InboxTransportReason reason, string text)
    {
        var exception = await FailAsync(new SocketsHttpHandler { ConnectCallback = (_, _) => throw new SocketException((int)error) });

        exception.Should().BeEquivalentTo(new { Reason = reason, AttemptCount = 1, MayHaveTakenEffect = false });
        exception.Message.Should().Be($"tags.update: {text}, attempt 1. Nothing was sent.");
    }

    [Fact]
    public async Task Write_NoConnectionInTime_IsNoTimeoutOfAHandler()
    {
        var exception = await FailAsync(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(20),
            ConnectCallback = async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return Stream.Null;
            },
        });

        exception.Should().BeEquivalentTo(new { Reason = InboxTransportReason.ConnectTimeout, AttemptCount = 1, MayHaveTakenEffect = false });
    }

    [Fact]
    public async Task Write_CertificateNotTrusted_NamesTheHostAndTheReasonAndIsNotRetried()
    {
        await using var server = new ClosingServer(ConnectionEnd.Fin);
        var exception = await FailAsync(new SocketsHttpHandler { Proxy = new WebProxy(server.Address) }, retries: 3);

        exception.Should().BeEquivalentTo(new { Reason = InboxTransportReason.Tls, AttemptCount = 1, MayHaveTakenEffect = false });
        exception.Message.Should().Contain("the TLS handshake with inbox.test:443 failed").And.Contain("UntrustedRoot");
    }

    [Fact]
    public async Task Write_NotTls_SaysSo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var served = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"u8.ToArray());
        });

        var exception = await FailAsync(new SocketsHttpHandler(), address: new Uri($"https://127.0.0.1:{port}/api/v2"));

        exception.Should().BeEquivalentTo(new { Reason = InboxTransportReason.Tls, MayHaveTakenEffect = false });
        exception.Message.Should().Contain($"the TLS handshake with 127.0.0.1:{port}");
        await served;
    }

    [Fact]
    public async Task Write_NotHttp_SaysSoAndShowsNothingOfIt()
    {
        await using var server = new ScriptedServer(new ScriptedServer.StubResponse("SSH-2.0-secret\r\n\r\n"u8.ToArray()));
        var exception = await FailAsync(new SocketsHttpHandler(), address: new Uri(server.BaseAddress, "/api/v2"));

        exception.Should().BeEquivalentTo(new { Reason = InboxTransportReason.InvalidResponse, MayHaveTakenEffect = true });
        exception.Message.Should().NotContain("secret");
    }

    [Fact]
    public async Task Write_ProxyRefusesTheConnection_NamesTheProxy()
    {
        using var closed = new ClosedPort();
        var exception = await FailAsync(new SocketsHttpHandler { Proxy = new WebProxy(closed.Address) });

        exception.Should().BeEquivalentTo(new { Reason = InboxTransportReason.ConnectionRefused, MayHaveTakenEffect = false });
        exception.Message.Should().Contain($"the proxy 127.0.0.1:{closed.Address.Port} refused the connection");
    }

    [Fact]
    public async Task Proxy_PasswordInItsAddress_IsSentToTheProxy()
    {
        await using var proxy = new ScriptedServer(
            ScriptedServer.StubResponse.Text(407, "", "Proxy-Authenticate: Basic realm=\"proxy\""), ScriptedServer.StubResponse.Json(200, """{"id":"c"}"""));
        var address = new UriBuilder(proxy.BaseAddress) { UserName = "user", Password = "p%40ss", Path = "" }.Uri;
        using var inbox = InboxClient.Create(
            new() { Token = ScriptedServerExtensions.Token, BaseAddress = new Uri("http://localhost:1/api/v2") }, new SocketsHttpHandler { Proxy = new WebProxy(address) });

        (await inbox.V2.Contacts.GetAsync("c")).Id.Should().Be("c");

        proxy.Requests[^1].Headers["Proxy-Authorization"].Should().Be($"Basic {Convert.ToBase64String("user:p@ss"u8)}");
    }

    private static async Task<InboxTransportException> FailAsync(SocketsHttpHandler handler, int retries = 0, Uri? address = null)
    {
        var options = new InboxClientOptions { Token = ScriptedServerExtensions.Token, BaseAddress = address ?? new Uri("https://inbox.test/api/v2") };
        (options.Retry.MaxRetries, options.Retry.BaseDelay) = (retries, TimeSpan.FromMilliseconds(1));
        using var inbox = InboxClient.Create(options, handler);
        return (await Record.ExceptionAsync(() => inbox.V2.Tags.UpdateAsync("VIP", new() { Color = "blue" }))).Should().BeOfType<InboxTransportException>().Which;
    }
}
