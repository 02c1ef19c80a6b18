using InboxSdk;
using InboxSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Refit;

await using var sandbox = await InboxSandbox.StartAsync();
var services = new ServiceCollection();
services.AddInboxClient(options => (options.Token, options.BaseAddress) = (sandbox.Token, sandbox.BaseAddress));
services.AddRefitClient<IOwnApi>().ConfigureHttpClient(http => http.BaseAddress = sandbox.BaseAddress);
await using var provider = services.BuildServiceProvider();

var prospect = await provider.GetRequiredService<IInboxClient>().Prospects.FindByPlatformIdAsync("1234567890");
var colors = await provider.GetRequiredService<IOwnApi>().GetColorsAsync("Bearer " + sandbox.Token);

Console.WriteLine($"Refit {typeof(RestService).Assembly.GetName().Version}, registered by {typeof(HttpClientFactoryExtensions).Assembly.GetName().Version}: "
    + $"@{prospect?.PlatformUsername}, {colors.Length} characters by an interface of the application");
return prospect is not null && colors.StartsWith('[') ? 0 : 1;

/// <summary>An API of the application's own.</summary>
internal interface IOwnApi
{
    [Get("/colors")]
    Task<string> GetColorsAsync([Header("Authorization")] string authorization);
}
