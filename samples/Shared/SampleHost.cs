using InboxSdk;
using Microsoft.Extensions.Options;

namespace Samples;

/// <summary>Runs a sample: prints the help, handles invalid arguments, Ctrl+C and failures, and returns the exit code.</summary>
internal static class SampleHost
{
    /// <summary>Gets whether the sample uses the live service: if the environment variable INBOX_API_TOKEN is set.</summary>
    public static bool IsLive => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("INBOX_API_TOKEN"));

    /// <param name="args">The arguments of the program.</param>
    /// <param name="usage">The help.</param>
    /// <param name="sampleAsync">The sample. It returns the exit code; a <see cref="FormatException"/> is an invalid argument.</param>
    /// <param name="stopped">What is printed after Ctrl+C.</param>
    /// <returns>The exit code of the sample, 1 after a failure, 2 for invalid arguments, or 130 after Ctrl+C.</returns>
    public static async Task<int> RunAsync(string[] args, string usage, Func<SampleRun, Task<int>> sampleAsync, string stopped = "Stopped.")
    {
        if (args.Contains("--help"))
        {
            Console.WriteLine(usage);
            return 0;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            // The first stops the sample, a second one ends the process.
            press.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        };

        try
        {
            var api = ApiChoice.Take(ref args);
            return await sampleAsync(new(args, api, stop.Token));
        }
        catch (FormatException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message} Try --help.");
            return 2;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync(stopped);
            return 130;
        }
        catch (Exception exception) when (exception is InboxException or InvalidOperationException or OptionsValidationException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
