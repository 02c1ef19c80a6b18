using System.Diagnostics;
using System.Net;
using InboxSdk.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Benchmarks.Calls;

/// <summary>Answers a prospect and a page of 50 threads from memory, in a process of its own, so that what it costs is not measured.</summary>
internal static class CallServer
{
    public const string Verb = "serve";

    public static async Task RunAsync()
    {
        var (prospect, threads) = await BodiesAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.MapGet("/api/v1/prospects/{id}", context => WriteAsync(context, prospect));
        app.MapGet("/api/v1/threads", context => WriteAsync(context, threads));
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        // Until the other end of the pipe is gone.
        await Console.In.ReadToEndAsync();
    }

    /// <summary>Starts this program once more, as the server.</summary>
    public static (Process Process, Uri Address) Start()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(CallServer).Assembly.Location, Verb]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        return (process, new Uri(new Uri(process.StandardOutput.ReadLine()!), "/api/v1"));
    }

    /// <summary>What the sandbox answers.</summary>
    public static async Task<(byte[] Prospect, byte[] Threads)> BodiesAsync()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { Prospects = 200 });
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.Token);
        return (await http.GetByteArrayAsync($"{sandbox.BaseAddress}/prospects/prospect_abc123"), await http.GetByteArrayAsync($"{sandbox.BaseAddress}/threads?limit=50"));
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
