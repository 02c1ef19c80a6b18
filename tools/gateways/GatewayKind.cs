namespace InboxSdk.Gateways;

/// <summary>Specifies the way a client uses a gateway.</summary>
internal enum GatewayKind
{
    /// <summary>As the address of the API.</summary>
    Reverse,

    /// <summary>As a proxy to an API without TLS.</summary>
    Forward,

    /// <summary>As a proxy to an API with TLS, through a tunnel (CONNECT).</summary>
    Tunnel,
}
