using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using InboxSdk.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Benchmarks.Calls;

/// <summary>Serves one resource, pages of 50 threads, messages and events, and a lookup of 100 people from memory, in a separate process, so that its cost is not measured.</summary>
internal static class CallServer
{
    public const string Verb = "serve";
    public const string V1Id = "prospect_abc123";
    public const string V2Id = "prospectabc123";
    public const string V2ThreadId = "threadabc123";

    public static async Task RunAsync()
    {
        var (prospect, threads) = await BodiesAsync($"v1/prospects/{V1Id}", "v1/threads?limit=50");
        var (contact, threads2) = await BodiesAsync($"v2/contacts/{V2Id}?expand=status&expand=tags", "v2/threads?folder=all&expand=profile&expand=contact&limit=50");
        var lookup = await LookupAsync();
        var (messages, events) = await MessagesAndEventsAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.MapGet("/api/v1/prospects/{id}", context => WriteAsync(context, prospect));
        app.MapGet("/api/v1/threads", context => WriteAsync(context, threads));
        app.MapGet("/api/v2/contacts/{id}", context => WriteAsync(context, contact));
        app.MapGet("/api/v2/contacts", context => WriteAsync(context, lookup));
        app.MapGet("/api/v2/threads/{id}/messages", context => WriteAsync(context, messages));
        app.MapGet("/api/v2/events", context => WriteAsync(context, events));
        app.MapGet("/api/v2/threads", context => WriteAsync(context, threads2));
        app.MapGet("/{pages:int}/api/v2/threads", context => WriteAsync(context, Page(threads2, context)));
        app.MapGet("/{pages:int}/api/v2/{resource}", context => WriteAsync(context, """{"data":[],"nextCursor":null}"""u8.ToArray()));
        app.MapGet("/api/v1/prospects/lookup", context => WriteAsync(context, prospect));
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        // Until the other end of the pipe is closed.
        await Console.In.ReadToEndAsync();
    }

    /// <summary>Starts this program again, as the server.</summary>
    /// <param name="path">The path of the API to call: its version, preceded by the number of pages of the list.</param>
    public static (Process Process, Uri Address) Start(string path)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(CallServer).Assembly.Location, Verb]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        return (process, new Uri(new Uri(process.StandardOutput.ReadLine()!), path));
    }

    // The page again and again, as often as the path says, with a cursor that counts.
    private static byte[] Page(byte[] page, HttpContext context)
    {
        var pages = int.Parse((string)context.Request.RouteValues["pages"]!, CultureInfo.InvariantCulture);
        var number = int.Parse(context.Request.Query["cursor"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
        // The cursor is at the end of the page.
        var end = page.AsSpan().LastIndexOf("\"nextCursor\""u8);
        return [.. page.AsSpan(0, end), .. Encoding.UTF8.GetBytes($"\"nextCursor\":{(number == pages ? "null" : $"\"{number + 1}\"")}}}")];
    }

    // The responses of the sandbox.
    private static async Task<(byte[] One, byte[] Page)> BodiesAsync(string one, string page)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 200 });
        using var http = new HttpClient { BaseAddress = new Uri(sandbox.V1BaseAddress, "/api/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.Token);
        return (await http.GetByteArrayAsync(one), await http.GetByteArrayAsync(page));
    }

    // The response of the sandbox to a lookup of 100 people by X user id.
    private static async Task<byte[]> LookupAsync()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 200 });
        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.Token);
        var ids = sandbox.State.Prospects.Where(prospect => prospect.Platform == Platform.X).Take(100).Select(prospect => prospect.PlatformId);
        return await http.GetByteArrayAsync(new Uri(sandbox.BaseAddress + "/" + Rivals.Lookup(ids)));
    }

    // The responses of the sandbox to a page of 50 messages of several threads, and of 50 events of the most frequent types.
    private static async Task<(byte[] Messages, byte[] Events)> MessagesAndEventsAsync()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 200 });
        using var http = new HttpClient { BaseAddress = new Uri(sandbox.BaseAddress + "/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.Token);
        using var inbox = sandbox.CreateClient(options => options.RateLimit.IsEnabled = false);
        var messages = new JsonArray();
        var status = await inbox.Statuses.ListAsync().FirstAsync();
        await foreach (var thread in inbox.Threads.ListAsync())
        {
            var page = (await http.GetFromJsonAsync<JsonObject>($"threads/{thread.Id}/messages?limit=50"))!;
            foreach (var message in page["data"]!.AsArray().Take(50 - messages.Count))
            {
                var copy = message!.DeepClone();
                copy["threadId"] = V2ThreadId;
                messages.Add(copy);
            }

            if (messages.Count == 50)
                break;
        }

        foreach (var thread in sandbox.State.Threads.Take(10))
        {
            sandbox.State.AddMessage(thread.Id, DateTimeOffset.UtcNow);
            sandbox.State.AddMessage(thread.Id, DateTimeOffset.UtcNow, fromTeam: true);
        }

        await foreach (var prospect in inbox.Prospects.ListAsync().Take(10))
            await inbox.Prospects.UpdateAsync(prospect.Id, new() { Notes = "Asked for a demo", Valuation = 5000, StatusId = status.Id });

        var events = await http.GetByteArrayAsync("events?limit=50");
        return (Encoding.UTF8.GetBytes(new JsonObject { ["data"] = messages, ["nextCursor"] = null }.ToJsonString()), events);
    }

    private static Task WriteAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        context.Response.Headers["X-RateLimit-Limit"] = "1000000000";
        context.Response.Headers["X-RateLimit-Remaining"] = "1000000000";
        context.Response.Headers["X-Request-Id"] = "req_0123456789";
        return context.Response.Body.WriteAsync(body).AsTask();
    }
}
