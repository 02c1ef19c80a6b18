using System.Reflection;
using InboxSdk.Sandbox;
using InboxSdk.V2;
using LeadAlerts;

const string Path = "/inbox/webhooks";
const string Usage = """
    A page that shows each lead as they write, scored, with good ones tagged. Uses a sandbox in this process, in which people write now and then, or the live
    service if the environment variables INBOX_API_TOKEN and INBOX_WEBHOOK_SECRET are set: create a webhook for https://<your address>/inbox/webhooks then. Make
    only that path public: the page itself has no login.

    dotnet run --project samples/LeadAlerts [-- <options>]

      --urls <address>     the address of the page (http://localhost:5080)
      --Interval <time>    how often a person of the sandbox writes (00:00:02)
      --help               show this
    """;

if (args.Contains("--help"))
{
    Console.WriteLine(Usage);
    return 0;
}

var isLive = SampleHost.IsLive;
var secret = Environment.GetEnvironmentVariable("INBOX_WEBHOOK_SECRET") ?? (isLive ? null : "ibt_wh_sandbox");
if (secret is null)
{
    await Console.Error.WriteLineAsync("INBOX_API_TOKEN is set, but INBOX_WEBHOOK_SECRET is not. Set it to the secret of the webhook.");
    return 2;
}

await using var sandbox = isLive ? null : await InboxSandbox.StartAsync();

var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["urls"] is null)
    builder.WebHost.UseUrls("http://localhost:5080");
builder.Services.AddSingleton<LeadFeed>().AddSingleton(TimeProvider.System);

builder.Services
    .AddInboxClient(options =>
    {
        if (sandbox is not null)
            (options.Token, options.BaseAddress) = (sandbox.Token, sandbox.BaseAddress);
    })
    .AddInboxEvents<LeadHandler>(options =>
    {
        options.Checkpoint = isLive ? new FileEventCheckpointStore("lead-alerts.checkpoint") : new MemoryEventCheckpointStore();
        options.Query = new() { Types = [InboxEventType.MessageReceived] };
        options.MaxDelay = TimeSpan.FromMinutes(1);
        // At intervals of up to a minute, so an outage of more than an hour loses no lead. What retries cannot help, the handler does not throw.
        options.MaxRetries = 100;
        options.FailureMode = EventFailureMode.Skip;
    });
// A delivery wakes the processor of the events.
builder.Services.AddInboxWebhooks(options => options.Secrets.Add(secret));
builder.Services.AddHealthChecks().AddInboxEvents();
if (sandbox is not null)
    builder.Services.AddSingleton(sandbox.State).AddHostedService<People>();

var app = builder.Build();
app.MapInboxWebhooks(Path);
app.MapHealthChecks("/health");
app.MapGet("/", () => Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream("index.html")!, "text/html; charset=utf-8"));
app.MapGet("/leads", (LeadFeed feed, CancellationToken cancellationToken) => TypedResults.ServerSentEvents(feed.ReadAllAsync(cancellationToken), "lead"));

await app.StartAsync();
sandbox?.Webhooks.Add(new Uri(new Uri(app.Urls.First()), Path), secret);
await app.WaitForShutdownAsync();
return 0;
