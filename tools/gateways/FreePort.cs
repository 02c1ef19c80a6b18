using System.Net;
using System.Net.Sockets;

namespace InboxSdk.Gateways;

/// <summary>Finds free ports of the loopback interface, each once.</summary>
internal static class FreePort
{
    // Below those that the system gives outgoing connections, so that none is taken between two uses.
    private static int _last = 20_000 + Random.Shared.Next(10_000);

    public static int Next()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _last);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
            }
        }
    }
}
