using System.Runtime.InteropServices;
using InboxSdk;
using InboxSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

await using var sandbox = await InboxSandbox.StartAsync();
var builder = Host.CreateApplicationBuilder();
builder.Services.AddInboxClient(options => (options.Token, options.BaseAddress) = (sandbox.Token, sandbox.BaseAddress));
using var host = builder.Build();
await host.StartAsync();

var prospect = await host.Services.GetRequiredService<IInboxClient>().Prospects.FindByPlatformIdAsync("1234567890");
await host.StopAsync();

Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, hosting {typeof(Host).Assembly.GetName().Version}: @{prospect?.Username}");
return prospect is not null ? 0 : 1;
