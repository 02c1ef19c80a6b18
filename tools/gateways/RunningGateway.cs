using System.Diagnostics;
using System.Net.Sockets;

namespace InboxSdk.Gateways;

/// <summary>Represents a running gateway, with a port for its API; disposing it ends the process and removes its folder.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly int _port;

    private RunningGateway(Gateway gateway, int port, int apiPort, Process process, string folder) =>
        (Gateway, _port, ApiPort, TlsPort, _process, _folder) = (gateway, port, apiPort, FreePort.Next(), process, folder);

    public Gateway Gateway { get; }

    /// <summary>Gets the port of the API behind it.</summary>
    public int ApiPort { get; }

    /// <summary>Gets the port of the API with TLS.</summary>
    public int TlsPort { get; }

    /// <summary>Gets the address of the proxy of the transport; null for none.</summary>
    public Uri? Proxy => Gateway.Kind == GatewayKind.Reverse ? null : new($"http://127.0.0.1:{_port}");

    /// <summary>Gets the address of the API through the gateway.</summary>
    public Uri BaseAddress(InboxApiVersion version)
    {
        var origin = Gateway.Kind switch
        {
            GatewayKind.Reverse => $"http://127.0.0.1:{_port}",
            GatewayKind.Forward => $"http://127.0.0.1:{ApiPort}",
            _ => $"https://localhost:{TlsPort}",
        };
        return new($"{origin}{Gateway.Prefix}/api/v{(int)version}");
    }

    /// <summary>Starts gateways, and waits until they listen.</summary>
    /// <param name="gateways">The gateways.</param>
    /// <param name="timeout">The number of seconds each waits for the API.</param>
    public static async Task<IReadOnlyList<RunningGateway>> StartAsync(IEnumerable<Gateway> gateways, int timeout) =>
        await Task.WhenAll(gateways.Select(gateway => StartAsync(gateway, timeout)));

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<RunningGateway> StartAsync(Gateway gateway, int timeout)
    {
        var (port, apiPort) = (FreePort.Next(), FreePort.Next());
        var folder = Directory.CreateTempSubdirectory("gateway-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "gateway.conf"), Fill(gateway.Configuration));
        // The password helper of Squid reads a line and writes a line.
        var password = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(password, $"""
            #!/bin/sh
            while read -r line; do [ "$line" = "{Gateway.Credentials.User} {Gateway.Credentials.Password}" ] && echo OK || echo ERR; done

            """);
        if (!OperatingSystem.IsWindows())
        {
            // The worker processes run as other users.
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
            File.SetUnixFileMode(password, (UnixFileMode)0b111_101_101);
        }

        var process = Process.Start(new ProcessStartInfo(gateway.Program, Fill(gateway.Arguments)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var attempt = 0; attempt < 600 && !process.HasExited; attempt++)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync("127.0.0.1", port);
                return new(gateway, port, apiPort, process, folder);
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }

        throw new InvalidOperationException($"{gateway.Name} does not listen; see {folder}.");

        string Fill(string text) => text
            .Replace("{file}", Path.Combine(folder, "gateway.conf"), StringComparison.Ordinal)
            .Replace("{folder}", folder, StringComparison.Ordinal)
            .Replace("{port}", $"{port}", StringComparison.Ordinal)
            .Replace("{api}", $"{apiPort}", StringComparison.Ordinal)
            .Replace("{timeout}", $"{timeout}", StringComparison.Ordinal);
    }
}
