using InboxSdk;
using InboxSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

const string Usage = """
    Prints the activities, metrics and log messages of InboxSdk with OpenTelemetry's console exporter. The server is a sandbox in this process that fails
    occasionally.

    dotnet run --project samples/Observability [-- [--api v1|v2] [--help]]

    Exit codes: 0 done, 2 invalid arguments.
    """;

return await SampleHost.RunAsync(args, Usage, async run =>
{
    if (run.Arguments is not [])
        throw new FormatException("The arguments are invalid.");

    await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 100 }, run.Stop);
    sandbox.Faults.HitNext(SandboxFault.Status(503));

    var builder = Host.CreateApplicationBuilder();
    builder.Logging.SetMinimumLevel(LogLevel.Debug);
    builder.Services.AddInboxClient(options =>
    {
        options.Token = sandbox.Token;
        options.BaseAddress = run.Api.Chosen == InboxApiVersion.V1 ? sandbox.V1BaseAddress : sandbox.BaseAddress;
    });
    builder.Services.AddOpenTelemetry()
        .WithTracing(tracing => tracing.AddSource("InboxSdk").AddConsoleExporter())
        .WithMetrics(metrics => metrics.AddMeter("InboxSdk").AddConsoleExporter());

    using var host = builder.Build();
    await host.StartAsync(run.Stop);

    var inbox = host.Services.GetRequiredService<IInboxClient>();
    var tag = (await inbox.Tags.FindByNameAsync("Enterprise", run.Stop))!;
    var changes = new List<ProspectContextChange>();
    await foreach (var prospect in inbox.Prospects.ListAsync(new() { View = InboxView.Archived, PageSize = 10 }, run.Stop))
        changes.Add(new(prospect.Id, new() { AddTagIds = [tag.Id] }));
    await new BulkContextUpdater(inbox).UpdateAllAsync(changes.Take(5), cancellationToken: run.Stop);

    // Metrics are exported at the end.
    await host.StopAsync();
    return 0;
});
