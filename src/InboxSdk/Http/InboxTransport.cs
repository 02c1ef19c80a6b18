using System.Net;

namespace InboxSdk.Http;

/// <summary>Creates and prepares the handler that sends the requests: ours, or the application's own.</summary>
internal static class InboxTransport
{
    // Long enough to profit from open connections, short enough to follow a change of the service's addresses.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static SocketsHttpHandler Create()
    {
        var handler = new SocketsHttpHandler();
        Configure(handler);
        return handler;
    }

    /// <summary>Sets the defaults, which an application may change afterwards.</summary>
    public static void Configure(SocketsHttpHandler handler)
    {
        handler.PooledConnectionLifetime = ConnectionLifetime;
        handler.AutomaticDecompression = DecompressionMethods.All;
        handler.UseCookies = false;
        handler.AllowAutoRedirect = false;
    }

    /// <summary>Sets what must hold whatever the application configured: no redirect takes a body to another origin, no system proxy sees requests to this machine, no
    /// password of a proxy stands in its address, and no request arrives twice for one attempt.</summary>
    /// <exception cref="InvalidOperationException">The handler must be changed and has sent requests already.</exception>
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

    /// <summary>Returns the host and port of the proxy that requests to an address go through; null when there is none, or the handler does not say.</summary>
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
            // A proxy of the application's own. What it throws, it throws to the transport as well.
            return null;
        }
    }
}
