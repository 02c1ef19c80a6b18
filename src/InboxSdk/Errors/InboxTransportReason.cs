namespace InboxSdk;

/// <summary>Says what kept a request from its response.</summary>
/// <remarks>Values may be added: treat one you do not know as <see cref="Other"/>.</remarks>
public enum InboxTransportReason
{
    /// <summary>None of the others; see the inner exception.</summary>
    Other,

    /// <summary>The host's name, or the proxy's, could not be resolved. Nothing was sent.</summary>
    NameResolution,

    /// <summary>The host, or the proxy, refused the connection. Nothing was sent.</summary>
    ConnectionRefused,

    /// <summary>No connection could be established: the network or the host cannot be reached. Nothing was sent.</summary>
    ConnectionFailed,

    /// <summary>No connection was established within <see cref="System.Net.Http.SocketsHttpHandler.ConnectTimeout"/>. Nothing was sent.</summary>
    ConnectTimeout,

    /// <summary>The TLS handshake failed, such as for a certificate that is not trusted. Nothing was sent.</summary>
    Tls,

    /// <summary>The proxy did not open a tunnel. Nothing was sent to Inbox.</summary>
    Proxy,

    /// <summary>The connection was reset before the response was complete.</summary>
    ConnectionReset,

    /// <summary>The connection was closed before the first byte of a response.</summary>
    ConnectionClosed,

    /// <summary>The connection was closed within the response.</summary>
    ResponseIncomplete,

    /// <summary>What came is not a valid HTTP response.</summary>
    InvalidResponse,

    /// <summary>A custom handler failed; its exception is the inner one.</summary>
    Handler,

    /// <summary>The client was disposed.</summary>
    ClientDisposed,
}
