using System.Net;

namespace InboxSdk.Pipeline;

/// <summary>Creates and configures the primary handler: the default one, or that of the application.</summary>
internal static class InboxTransport
{
    // Long enough to benefit from open connections, short enough to follow DNS changes of the service.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static SocketsHttpHandler Create()
    {
        var handler = new SocketsHttpHandler();
        Configure(handler);
        return handler;
    }

    /// <summary>Sets the defaults, which an application can change afterwards.</summary>
    public static void Configure(SocketsHttpHandler handler)
    {
        handler.PooledConnectionLifetime = ConnectionLifetime;
        handler.AutomaticDecompression = DecompressionMethods.All;
        handler.UseCookies = false;
        handler.AllowAutoRedirect = false;
    }

    /// <summary>Enforces settings whatever the application configured: no redirect sends a body to another origin, no system proxy receives loopback requests, no
    /// proxy address contains a password, and one request on the wire is one attempt.</summary>
    /// <exception cref="InvalidOperationException">The handler has already sent requests, so that it cannot be changed.</exception>
    public static void Prepare(HttpMessageHandler transport, Uri baseAddress)
    {
        switch (Primary(transport))
        {
            case SocketsHttpHandler sockets:
                if (sockets.AllowAutoRedirect)
                    sockets.AllowAutoRedirect = false;
                if (sockets.UseProxy && IsSystemProxyOfLoopback(sockets.Proxy, baseAddress))
                    sockets.UseProxy = false;
                if (sockets.UseProxy && WithoutUserInfo(sockets.Proxy, baseAddress) is { } discreet)
                    sockets.Proxy = discreet;
                ConnectionGuard.Attach(sockets);
                break;
            case HttpClientHandler client:
                if (client.AllowAutoRedirect)
                    client.AllowAutoRedirect = false;
                if (client.UseProxy && IsSystemProxyOfLoopback(client.Proxy, baseAddress))
                    client.UseProxy = false;
                if (client.UseProxy && WithoutUserInfo(client.Proxy, baseAddress) is { } hidden)
                    client.Proxy = hidden;
                break;
        }
    }

    /// <summary>Returns the host and port of the proxy for an address; null if there is none, or if it is unknown.</summary>
    public static string? ProxyFor(HttpMessageHandler transport, Uri address)
    {
        var (isUsed, proxy) = Primary(transport) switch
        {
            SocketsHttpHandler sockets => (sockets.UseProxy, sockets.Proxy),
            HttpClientHandler client => (client.UseProxy, client.Proxy),
            _ => (false, null),
        };
        return isUsed && ProxyFor(proxy ?? HttpClient.DefaultProxy, address) is { } uri ? $"{uri.IdnHost}:{uri.Port}" : null;
    }

    private static HttpMessageHandler Primary(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;
        return handler;
    }

    private static bool IsSystemProxyOfLoopback(IWebProxy? own, Uri baseAddress) =>
        own is null && baseAddress.IsLoopback && ProxyFor(HttpClient.DefaultProxy, baseAddress) is not null;

    private static ProxyWithoutUserInfo? WithoutUserInfo(IWebProxy? own, Uri baseAddress)
    {
        var proxy = own ?? HttpClient.DefaultProxy;
        return ProxyFor(proxy, baseAddress) is { UserInfo: { Length: > 0 } userInfo } ? new(proxy, userInfo) : null;
    }

    private static Uri? ProxyFor(IWebProxy proxy, Uri address)
    {
        try
        {
            return proxy.IsBypassed(address) || proxy.GetProxy(address) is not { } uri || uri == address ? null : uri;
        }
        catch (Exception)
        {
            // A proxy of the application. Its exception is also thrown to the transport.
            return null;
        }
    }
}
