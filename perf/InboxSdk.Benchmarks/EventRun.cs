using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using InboxSdk.Sandbox;
using InboxSdk.V2;
using InboxSdk.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Benchmarks;

/// <summary>Measures webhooks and the event processor: deliveries per second, events per second and memory, and the time from a message to its handler.</summary>
internal static class EventRun
{
    private const string Secret = "ibt_wh_benchmark";
    private const int Waves = 10;
    private const int EventsPerWave = 10_000;

    public static async Task RunAsync()
    {
        await DeliveriesAsync("handled", webhooks => webhooks.AddHandler((_, _) => Task.CompletedTask));
        await DeliveriesAsync("waking a processor only", _ => { });
        await EventsAsync();
        await LatencyAsync();
    }

    private static async Task DeliveriesAsync(string name, Action<InboxWebhooksBuilder> add)
    {
        await using var application = await StartAsync(services => add(services.AddInboxWebhooks(Configure)));
        var body = Encoding.UTF8.GetBytes(
            """{"id":"evt_1","seq":42,"type":"message.received","apiVersion":"2","createdAt":"2026-09-14T10:32:00.000Z","object":{"type":"message","id":"m1","url":"/messages/m1"},"data":{"threadId":"t1"}}""");
        var (floor, ours) = (new List<double>(), new List<double>());
        for (var round = 0; round < 9; round++)
        {
            floor.Add(await PostAsync(new Uri(Address(application), "/floor"), body));
            ours.Add(await PostAsync(new Uri(Address(application), "/hooks"), body));
        }

        // The first rounds compile.
        var (without, with) = (Median(floor.Skip(2)), Median(ours.Skip(2)));
        Print($"Deliveries a second, {name}: {with:N0}; an endpoint that reads the body: {without:N0}; ratio {with / without:0.00}");
    }

    private static async Task<double> PostAsync(Uri address, byte[] body)
    {
        const int Count = 4_000;
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var signer = new WebhookSigner(Secret);
        var since = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, token) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add(WebhookVerifier.SignatureHeaderName, signer.Sign(body));
            using var response = await http.SendAsync(request, token);
            if (response.StatusCode != HttpStatusCode.NoContent)
                throw new InvalidOperationException($"The response is {response.StatusCode}.");
        });
        return Count / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    // In waves, because the API retains 25,000 events.
    private static async Task EventsAsync()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 10, RequestLogCapacity = 0 });
        using var inbox = sandbox.CreateClient(options => options.RateLimit.IsEnabled = false);
        var path = Path.GetTempFileName();
        var (loop, ours, file, live) = (new List<double>(), new List<double>(), new List<double>(), new List<long>());
        var first = 0L;
        for (var wave = 0; wave < Waves; wave++)
        {
            AddEvents(sandbox, wave);
            var last = first;
            loop.Add(await MeasureAsync(async () =>
            {
                await foreach (var page in inbox.V2.Events.ListAsync(first).AsPages())
                {
                    foreach (var item in page.Items)
                        last = item.Seq;
                }
            }));
            ours.Add(await ProcessAsync(new MemoryEventCheckpointStore(first)));
            File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"InboxSdk event checkpoint 1\n{first}\n"));
            file.Add(await ProcessAsync(new FileEventCheckpointStore(path)));
            first = last;

            async Task<double> ProcessAsync(IEventCheckpointStore store)
            {
                var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                using var processor = new InboxEventProcessor(
                    inbox.V2.Events,
                    (item, _) =>
                    {
                        if (item.Seq == last)
                            reached.SetResult();
                        return Task.CompletedTask;
                    },
                    new() { Checkpoint = store });
                Task? running = null;
                var elapsed = await MeasureAsync(() =>
                {
                    running = Task.Run(() => processor.RunAsync());
                    return reached.Task;
                });
                if (store is MemoryEventCheckpointStore)
                    live.Add(GC.GetTotalMemory(forceFullCollection: true));
                await processor.StopAsync();
                await running!;
                return elapsed;
            }
        }

        File.Delete(path);
        var (without, with, withFile) = (Median(loop.Skip(2)), Median(ours.Skip(2)), Median(file.Skip(2)));
        Print($"{Waves * EventsPerWave:N0} events in waves of {EventsPerWave:N0}: a loop {without:0.000} s, the processor {with:0.000} s (ratio {without / with:0.00}), with a file {withFile:0.000} s");
        Print($"Live memory after each wave, MB: {string.Join(" ", live.Select(bytes => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture)))} (the sandbox retains 25,000 events)");
    }

    private static void AddEvents(InboxSandbox sandbox, int wave)
    {
        var prospect = sandbox.State.Prospects[0];
        for (var i = 0; i < EventsPerWave; i++)
            sandbox.State.Update(prospect with { Notes = string.Create(CultureInfo.InvariantCulture, $"note {wave} {i}") });
    }

    private static async Task LatencyAsync()
    {
        var (polled, requestsPolled) = await LatencyAsync(isWoken: false);
        var (woken, requestsWoken) = await LatencyAsync(isWoken: true);
        Print($"From a message to its handler, median: polling every second {polled * 1000:N0} ms ({requestsPolled:0.0} requests), woken by a webhook {woken * 1000:N1} ms ({requestsWoken:0.0} requests)");
    }

    private static async Task<(double Median, double Requests)> LatencyAsync(bool isWoken)
    {
        const int Count = 25;
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 10 });
        var handled = new TaskCompletionSource();
        await using var application = await StartAsync(
            services =>
            {
                services.AddInboxWebhooks(Configure);
                services.AddInboxClient(options => (options.Token, options.BaseAddress) = (sandbox.Token, sandbox.BaseAddress)).AddInboxEvents(
                    (item, _) =>
                    {
                        if (item.Type == InboxEventType.MessageReceived)
                            handled.SetResult();
                        return Task.CompletedTask;
                    },
                    options => (options.Checkpoint, options.MaxDelay) = (new MemoryEventCheckpointStore(), isWoken ? TimeSpan.FromDays(1) : TimeSpan.FromSeconds(1)));
            });
        if (isWoken)
            sandbox.Webhooks.Add(new Uri(Address(application), "/hooks"), Secret, [InboxEventType.MessageReceived]);

        var random = new Random(1);
        var (latencies, requests) = (new List<double>(), new List<double>());
        for (var i = 0; i < Count; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1200, 2200)));
            handled = new(TaskCreationOptions.RunContinuationsAsynchronously);
            sandbox.Requests.Clear();
            latencies.Add(await MeasureAsync(() =>
            {
                sandbox.State.AddMessage(sandbox.State.Threads[^1].Id, DateTimeOffset.UtcNow);
                return handled.Task;
            }));
            requests.Add(sandbox.Requests.Count);
        }

        return (Median(latencies), requests.Average());
    }

    private static async Task<WebApplication> StartAsync(Action<IServiceCollection> register)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        register(builder.Services);
        var application = builder.Build();
        application.MapInboxWebhooks("/hooks");
        application.MapPost("/floor", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        await application.StartAsync();
        return application;
    }

    private static Uri Address(WebApplication application) => new(application.Urls.First());

    private static void Configure(InboxWebhookOptions options)
    {
        options.Secrets.Add(Secret);
        options.QueueCapacity = 1_000_000;
    }

    private static async Task<double> MeasureAsync(Func<Task> run)
    {
        var since = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
