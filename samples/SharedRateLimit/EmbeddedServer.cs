using System.Net;
using Garnet;
using Garnet.server;

namespace SharedRateLimit;

/// <summary>Represents a Garnet server in this process, which keeps its port when it is stopped and started again with empty memory.</summary>
internal sealed class EmbeddedServer : IDisposable
{
    // Below the ports of outgoing connections, so that none of them takes it while the server is stopped.
    private readonly int _port = Random.Shared.Next(20_000, 30_000);
    private GarnetServer? _server;

    public EmbeddedServer() => Toggle();

    public string ConnectionString => $"127.0.0.1:{_port},abortConnect=false";

    public bool IsRunning => _server is not null;

    public void Toggle()
    {
        if (IsRunning)
        {
            Dispose();
            return;
        }

        _server = new GarnetServer(new GarnetServerOptions
        {
            EndPoints = [new IPEndPoint(IPAddress.Loopback, _port)],
            EnableLua = true,
            LuaOptions = new(),
            LogMemorySize = "16m",
            PageSize = "1m",
            IndexMemorySize = "1m",
            QuietMode = true,
        });
        _server.Start();
    }

    public void Dispose()
    {
        _server?.Dispose();
        _server = null;
    }
}
