using System.Net;
using System.Net.Sockets;

namespace InboxSdk.Kill;

/// <summary>Reserves a port at which nothing listens: no other socket gets it, neither for a server nor for an outgoing connection.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}/api/v1");

    /// <summary>Reserves a port for a server of the test, which can be stopped and started again.</summary>
    public static ClosedPort ForServer()
    {
        var port = new ClosedPort();
        // On Linux, a server can listen at the port beside this socket, because both have SO_REUSEADDR: .NET, Garnet and redis-server set it. Other systems refuse that: there
        // the port is released, and only likely to stay free.
        if (!OperatingSystem.IsLinux())
            port.Dispose();
        return port;
    }

    public void Dispose() => _socket.Dispose();
}
