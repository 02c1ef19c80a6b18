namespace InboxSdk;

/// <summary>Specifies why there is no complete response.</summary>
/// <remarks>Values may be added. Treat unknown values as <see cref="Other"/>.</remarks>
public enum InboxTransportReason
{
    /// <summary>Any other reason; see the inner exception.</summary>
    Other,

    /// <summary>The host name, or that of the proxy, could not be resolved. Nothing was sent.</summary>
    NameResolution,

    /// <summary>The host, or the proxy, refused the connection. Nothing was sent.</summary>
    ConnectionRefused,

    /// <summary>No connection could be established: the network or the host is unreachable. Nothing was sent.</summary>
    ConnectionFailed,

    /// <summary>No connection was established within <see cref="System.Net.Http.SocketsHttpHandler.ConnectTimeout"/>. Nothing was sent.</summary>
    ConnectTimeout,

    /// <summary>The TLS handshake failed, for example because a certificate is not trusted. Nothing was sent.</summary>
    Tls,

    /// <summary>The proxy did not open a tunnel. Nothing was sent to Inbox.</summary>
    Proxy,

    /// <summary>The connection was reset before the response was complete.</summary>
    ConnectionReset,

    /// <summary>The connection was closed before the first byte of a response.</summary>
    ConnectionClosed,

    /// <summary>The connection was closed before the response was complete.</summary>
    ResponseIncomplete,

    /// <summary>The response is not valid HTTP.</summary>
    InvalidResponse,

    /// <summary>A custom handler failed; see the inner exception.</summary>
    Handler,

    /// <summary>The client was disposed.</summary>
    ClientDisposed,
}
