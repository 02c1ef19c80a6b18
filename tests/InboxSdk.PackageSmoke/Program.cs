using InboxSdk;
using InboxSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

await using var sandbox = await InboxSandbox.StartAsync();
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddInboxClient(options => (options.Token, options.BaseAddress) = (sandbox.Token, sandbox.BaseAddress));
using var host = builder.Build();
await host.StartAsync();

var inbox = host.Services.GetRequiredService<IInboxClient>();
var prospect = await inbox.Prospects.FindByPlatformIdAsync("1234567890");
Console.WriteLine($"Found @{prospect?.PlatformUsername} through the packed packages.");
Console.WriteLine($"Scored: {LeadScorer.Default.Score(prospect!)}");
await using var csv = new StringWriter();
var rows = await new ProspectCsvExporter().ExportAsync(inbox.Prospects.ListAsync(), csv);
Console.WriteLine($"Exported {rows} prospects.");
return prospect is { PlatformUsername: "johndoe" } && rows > 0 && csv.ToString().Contains("johndoe", StringComparison.Ordinal) ? 0 : 1;
