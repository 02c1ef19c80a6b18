using System.Net;
using System.Net.Sockets;

namespace InboxSdk.Gateways;

/// <summary>Finds free ports of the loopback interface, each only once.</summary>
internal static class FreePort
{
    // Below the range of outgoing connections, so that no port is used between two calls.
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
