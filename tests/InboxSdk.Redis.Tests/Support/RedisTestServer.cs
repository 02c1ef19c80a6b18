using System.Diagnostics;

namespace InboxSdk.Redis.Tests.Support;

/// <summary>Represents a <c>redis-server</c> process.</summary>
internal sealed class RedisTestServer : TestServer
{
    private Process? _process;

    /// <summary>Gets the path of <c>redis-server</c>, or <see langword="null"/> if it is not installed.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, "redis-server")).FirstOrDefault(File.Exists);

    public override async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(Path!, ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
            // A changed clock of the tests is not that of the server.
            Environment = { ["LD_PRELOAD"] = "" },
        })!;
        while (await _process.StandardOutput.ReadLineAsync(TestTimeout.Token()) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                // Read on, so that the server never waits for its output.
                _ = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("redis-server ended before it accepted connections.");
    }

    public override async Task StopAsync()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }
}
