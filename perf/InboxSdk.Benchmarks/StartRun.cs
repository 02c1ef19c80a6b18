using System.Diagnostics;
using System.Globalization;
using InboxSdk.Benchmarks.Calls;

namespace InboxSdk.Benchmarks;

/// <summary>Measures the size of perf/InboxSdk.ColdStart, compiled to native code, and the time from its start to the first response.</summary>
internal static class StartRun
{
    private const string Project = "perf/InboxSdk.ColdStart";

    /// <returns>The native program's megabytes and milliseconds; the milliseconds under the JIT, by dependency injection, of a client of
    /// IHttpClientFactory and of HttpClient alone.</returns>
    public static async Task<(double Megabytes, double Native, double Jit, double Factory, double Bare)> RunAsync(string root)
    {
        var folder = Path.Combine(root, "artifacts", "cold-start");
        await RunAsync(root, "dotnet", "publish", Project, "-c", "Release", "-o", Path.Combine(folder, "native"), "-p:CppCompilerAndLinker=gcc");
        await RunAsync(root, "dotnet", "build", Project, "-c", "Release", "-o", Path.Combine(folder, "jit"));

        var (server, address) = CallServer.Start("/api/v1");
        using var stopped = server;
        Environment.SetEnvironmentVariable("INBOX_API_BASE_URL", address.ToString());
        Environment.SetEnvironmentVariable("INBOX_API_TOKEN", "token");
        var native = Path.Combine(folder, "native", "InboxSdk.ColdStart");
        var jit = Path.Combine(folder, "jit", "InboxSdk.ColdStart.dll");
        var result = (
            new FileInfo(native).Length / 1e6,
            await MedianAsync(root, native, "di"),
            await MedianAsync(root, "dotnet", jit, "di"),
            await MedianAsync(root, "dotnet", jit, "factory"),
            await MedianAsync(root, "dotnet", jit, "bare"));
        server.Kill();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"native: {result.Item1:F1} MB, first response after {result.Item2:F0} ms; JIT: {result.Item3:F0} ms, by IHttpClientFactory {result.Item4:F0} ms, HttpClient alone {result.Item5:F0} ms"));
        return result;
    }

    private static async Task<double> MedianAsync(string root, string program, params string[] arguments)
    {
        var times = new List<double>();
        for (var i = 0; i < 15; i++)
            times.Add(double.Parse((await RunAsync(root, program, arguments)).Split(' ')[0], CultureInfo.InvariantCulture));
        times.Sort();
        return times[times.Count / 2];
    }

    private static async Task<string> RunAsync(string root, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = root })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }
}
