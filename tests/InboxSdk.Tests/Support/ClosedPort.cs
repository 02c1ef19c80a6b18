using System.Net;
using System.Net.Sockets;

namespace InboxSdk.Tests.Support;

/// <summary>Reserves a port at which nothing listens, so that no server of another test gets it.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_socket.LocalEndPoint!).Port}/api/v1");

    public void Dispose() => _socket.Dispose();
}
