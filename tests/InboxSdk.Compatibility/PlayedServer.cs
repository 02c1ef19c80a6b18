using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Compatibility;

/// <summary>Represents a server on a real socket, and the same in memory, that plays the outcome in the path.</summary>
public sealed class PlayedServer : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Played> _played = new();
    private readonly WebApplication _sockets = Create(inMemory: false);
    private readonly WebApplication _memory = Create(inMemory: true);
    private Uri? _address;
    private int _last;

    public async Task InitializeAsync()
    {
        foreach (var app in new[] { _sockets, _memory })
        {
            app.Run(RespondAsync);
            await app.StartAsync();
        }

        _address = new Uri(_sockets.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await _sockets.DisposeAsync();
        await _memory.DisposeAsync();
    }

    internal HttpMessageHandler CreateMemoryHandler() => _memory.GetTestServer().CreateHandler();

    internal Played Play(Call call, Outcome outcome)
    {
        var id = $"p{Interlocked.Increment(ref _last)}";
        return _played[id] = new(call, outcome, new Uri(_address!, $"/{id}/api/v{call.Version}"));
    }

    private async Task RespondAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        var (status, mediaType, body, retryAfter) = _played[context.Request.Path.Value!.Split('/')[1]].Respond();
        context.Response.StatusCode = (int)status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        if (body.Length == 0)
            return;
        context.Response.ContentType = mediaType;
        await context.Response.WriteAsync(body);
    }

    private static WebApplication Create(bool inMemory)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (inMemory)
            builder.WebHost.UseTestServer();
        else
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }
}
