using System.Diagnostics;
using System.Globalization;

namespace InboxSdk.Kill.Redis;

/// <summary>The server of the kill tests: that of the variable <c>REDIS</c>, or a <c>redis-server</c> process.</summary>
internal static class RedisServerProcess
{
    public static async Task<int> UseAsync(Func<string, Task<int>> use)
    {
        if (Environment.GetEnvironmentVariable("REDIS") is { Length: > 0 } connection)
            return await use(connection);
        using var port = ClosedPort.ForServer();
        using var server = await StartAsync(port.Port);
        try
        {
            return await use($"127.0.0.1:{port.Port},abortConnect=false");
        }
        finally
        {
            server.Kill();
        }
    }

    /// <summary>Starts a <c>redis-server</c> process, which accepts connections when this returns.</summary>
    public static async Task<Process> StartAsync(int port)
    {
        var server = Process.Start(new ProcessStartInfo("redis-server", ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true })!;
        while (await server.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Ready to accept connections", StringComparison.Ordinal))
        {
        }

        return server;
    }
}
