using InboxSdk;
using InboxSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Refit;

await using var sandbox = await InboxSandbox.StartAsync();
var services = new ServiceCollection();
services.AddInboxClient(options => (options.Token, options.BaseAddress) = (sandbox.Token, sandbox.BaseAddress));
// Not AddRefitClient, which needs the package Refit.Reflection since Refit 14.
services.AddRefitGeneratedClient<IOwnApi>().ConfigureHttpClient(http =>
{
    http.BaseAddress = sandbox.BaseAddress;
    http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.Token);
});
await using var provider = services.BuildServiceProvider();

var prospect = await provider.GetRequiredService<IInboxClient>().Prospects.FindByPlatformIdAsync("1234567890");
var members = await provider.GetRequiredService<IOwnApi>().GetAsync("members");

Console.WriteLine($"Refit {typeof(RestService).Assembly.GetName().Version}, factory {typeof(Refit.HttpClientFactoryExtensions).Assembly.GetName().Version}: @{prospect?.Username}");
return prospect is not null && members.Contains("\"email\"", StringComparison.Ordinal) ? 0 : 1;

/// <summary>Represents a Refit interface of the application.</summary>
internal interface IOwnApi
{
    [Get("/{resource}")]
    Task<string> GetAsync(string resource);
}
