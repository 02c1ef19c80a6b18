using System.Net;
using System.Net.Sockets;

namespace InboxSdk.Redis.Tests.Support;

/// <summary>Forwards connections to a server, and stops forwarding while it is stalled, as a network that is interrupted.</summary>
internal sealed class StallingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _serverPort;
    private readonly Task _accepting;
    private TaskCompletionSource _open = new();
    private TaskCompletionSource _replies = new();

    private StallingProxy(int serverPort)
    {
        _serverPort = serverPort;
        _open.SetResult();
        _replies.SetResult();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string ConnectionString => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port},abortConnect=false";

    public static StallingProxy Start(TestServer server) => new(server.Port);

    public void Stall() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Stops forwarding replies only: the server executes what it receives.</summary>
    public void StallReplies() => _replies = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Resume()
    {
        _open.TrySetResult();
        _replies.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ForwardAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception exception) when (_end.IsCancellationRequested && exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var server = new TcpClient();
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, _end.Token);
                await Task.WhenAny(CopyAsync(client.GetStream(), server.GetStream(), () => _open.Task), CopyAsync(server.GetStream(), client.GetStream(), () => Task.WhenAll(_open.Task, _replies.Task)));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // The server is stopped, or the test has ended: the connection closes.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Func<Task> open)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, _end.Token) is > 0 and var count)
            {
                await open().WaitAsync(_end.Token);
                await to.WriteAsync(buffer.AsMemory(0, count), _end.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One side has closed: so does the other.
        }
    }
}
