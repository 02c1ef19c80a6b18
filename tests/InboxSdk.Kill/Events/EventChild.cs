using System.Globalization;
using InboxSdk.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Kill.Events;

/// <summary>The process that is killed: processes events, woken by webhooks, and prints a line before and after each. It ends with its input.</summary>
internal static class EventChild
{
    public const string Verb = "event-child";
    public const string Secret = "ibt_wh_kill";
    public const string Path = "/hooks";

    public static async Task<int> RunAsync(string[] args)
    {
        var (address, token, folder) = (args[0], args[1], args[2]);
        var (port, concurrency) = (int.Parse(args[3], CultureInfo.InvariantCulture), int.Parse(args[4], CultureInfo.InvariantCulture));
        await using var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" });
        // With one event at a time, the checkpoint is enough.
        using var processed = concurrency == 1 ? null : new FileProcessedEventStore(System.IO.Path.Combine(folder, "events.processed"));

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        builder.Logging.ClearProviders();
        builder.Services.AddInboxWebhooks(options => options.Secrets.Add(Secret));
        builder.Services
            .AddInboxClient(options =>
            {
                (options.BaseAddress, options.Token) = (new Uri(address), token);
                options.RateLimit.IsEnabled = false;
            })
            .AddInboxEvents(
                async (item, _) =>
                {
                    // The sign at the end distinguishes a complete line from one that a kill cut.
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"begin {item.Seq} {item.Object.Id};"));
                    await Task.Yield();
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"done {item.Seq} {item.Object.Id};"));
                },
                options =>
                {
                    options.Checkpoint = new FileEventCheckpointStore(System.IO.Path.Combine(folder, "events.checkpoint"));
                    options.ProcessedEvents = processed;
                    options.MaxConcurrency = concurrency;
                    (options.MinDelay, options.MaxDelay) = (TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1));
                });
        await using var application = builder.Build();
        application.MapInboxWebhooks(Path);
        await application.StartAsync();
        await Console.In.ReadLineAsync();
        await application.StopAsync();
        return 0;
    }
}
