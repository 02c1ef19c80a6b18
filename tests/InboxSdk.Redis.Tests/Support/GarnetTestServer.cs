using System.Net;
using Garnet;
using Garnet.server;

namespace InboxSdk.Redis.Tests.Support;

/// <summary>Represents a Garnet server in this process.</summary>
internal sealed class GarnetTestServer(bool isTransactional, bool hasScripts = true) : TestServer
{
    private GarnetServer? _server;

    public override Task StartAsync()
    {
        // Scripts are off by default.
        _server = new GarnetServer(new GarnetServerOptions
        {
            EndPoints = [new IPEndPoint(IPAddress.Loopback, Port)],
            EnableLua = hasScripts,
            LuaOptions = new(),
            LuaTransactionMode = isTransactional,
            LogMemorySize = "16m",
            PageSize = "1m",
            IndexMemorySize = "1m",
            QuietMode = true,
        });
        _server.Start();
        return Task.CompletedTask;
    }

    public override Task StopAsync()
    {
        _server?.Dispose();
        _server = null;
        return Task.CompletedTask;
    }
}
