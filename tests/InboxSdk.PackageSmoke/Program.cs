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
return prospect is { PlatformUsername: "johndoe" } ? 0 : 1;
