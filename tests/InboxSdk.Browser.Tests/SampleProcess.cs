using System.Diagnostics;

namespace InboxSdk.Browser.Tests;

/// <summary>A sample with a page, in a process of its own on any free port.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly Task _output;

    private SampleProcess(Process process, Uri address, Task output) => (_process, Address, _output) = (process, address, output);

    public Uri Address { get; }

    public static async Task<SampleProcess> StartAsync(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, $"{name}.dll"), "--urls", "http://127.0.0.1:0", .. arguments])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("INBOX_API_TOKEN");
        var process = Process.Start(start)!;
        try
        {
            while (await process.StandardOutput.ReadLineAsync(TestTimeout.Token()) is { } line)
            {
                // The pipe must not fill, so the rest of the output is read too.
                if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                    return new(process, new Uri(line[(at + Listening.Length)..]), process.StandardOutput.BaseStream.CopyToAsync(Stream.Null));
            }

            throw new InvalidOperationException($"{name} ended before it listened.");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _output;
        _process.Dispose();
    }
}
