using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using InboxSdk;
using Microsoft.Extensions.DependencyInjection;

// How long a program takes from its start to its first response from the server that INBOX_API_BASE_URL and INBOX_API_TOKEN name: with the client alone ("create"), by dependency
// injection ("di"); and, to compare with, by a client of IHttpClientFactory ("factory") and by HttpClient and nothing else ("bare"). Prints milliseconds.
var name = args switch
{
    ["create"] => await CreateAsync(),
    ["di"] => await ByDependencyInjectionAsync(),
    ["factory"] => await ByFactoryAsync(),
    ["bare"] => await BareAsync(),
    _ => throw new ArgumentException("Say how: create, di, factory or bare."),
};
using var self = Process.GetCurrentProcess();
#pragma warning disable RS0030 // The start of the process is on the system's clock.
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(DateTime.Now - self.StartTime).TotalMilliseconds:F0} ms to {name}"));
#pragma warning restore RS0030

static async Task<string> CreateAsync()
{
    using var inbox = InboxClient.Create();
    return (await inbox.Prospects.FindByPlatformIdAsync("1234567890"))!.Username;
}

static async Task<string> ByDependencyInjectionAsync()
{
    var services = new ServiceCollection();
    services.AddInboxClient();
    await using var provider = services.BuildServiceProvider();
    return (await provider.GetRequiredService<IInboxClient>().Prospects.FindByPlatformIdAsync("1234567890"))!.Username;
}

static async Task<string> ByFactoryAsync()
{
    var services = new ServiceCollection();
    services.AddHttpClient("bare");
    await using var provider = services.BuildServiceProvider();
    using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("bare");
    return await FindAsync(http);
}

static async Task<string> BareAsync()
{
    using var http = new HttpClient();
    return await FindAsync(http);
}

static async Task<string> FindAsync(HttpClient http)
{
    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("INBOX_API_TOKEN"));
    await using var body = await http.GetStreamAsync(new Uri($"{Environment.GetEnvironmentVariable("INBOX_API_BASE_URL")}/prospects/lookup?platformId=1234567890"));
    using var document = await JsonDocument.ParseAsync(body);
    return document.RootElement.GetProperty("prospect").GetProperty("platformUsername").GetString()!;
}
