using InboxSdk;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Microsoft.Extensions.DependencyInjection;

// What an application for both can share: models and scoring. The client itself belongs on the server.
var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.Services.AddLeadScoring();
#pragma warning disable CA1416 // On purpose: the compiler warns that this does not run in a browser.
builder.Services.AddInboxClient();
#pragma warning restore CA1416
await builder.Build().RunAsync();
