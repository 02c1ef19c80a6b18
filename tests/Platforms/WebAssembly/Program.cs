using System.Net.Http.Json;
using InboxSdk;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Microsoft.Extensions.DependencyInjection;

// A browser application can use the models and the scoring. The client runs only on the server.
var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.Services.AddLeadScoring();
#pragma warning disable CA1416 // Intended: the compiler warns that this does not run in a browser.
var registration = Refusal(() => builder.Services.AddInboxClient());
var creation = Refusal(() => InboxClient.Create(new() { Token = "ibt_token" }).Dispose());
#pragma warning restore CA1416
await using var host = builder.Build();
var score = host.Services.GetRequiredService<LeadScorer>().Score(new() { IsVerified = true, WebsiteUrl = "https://a.example" });

// Reports to the program that started the browser, tests/Platforms/Browser.
using var http = new HttpClient { BaseAddress = new(builder.HostEnvironment.BaseAddress) };
await http.PostAsJsonAsync("outcome", new[] { registration, creation, $"{score.Points} points" });

static string Refusal(Action action)
{
    try
    {
        action();
        return "not refused";
    }
    catch (PlatformNotSupportedException exception)
    {
        return exception.Message;
    }
}
