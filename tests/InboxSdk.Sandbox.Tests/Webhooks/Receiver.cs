using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Sandbox.Tests.Webhooks;

/// <summary>Receives deliveries on a socket, and responds with the given statuses and then with 204.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<int> _statuses = new();
    private readonly ConcurrentQueue<Received> _received = new();

    private Receiver(WebApplication application) => _application = application;

    public Uri Url { get; private set; } = null!;

    public IReadOnlyList<Received> Received => [.. _received];

    public static async Task<Receiver> StartAsync(params int[] statuses)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        foreach (var status in statuses)
            receiver._statuses.Enqueue(status);
        receiver._application.Run(receiver.HandleAsync);
        await receiver._application.StartAsync();
        var addresses = receiver._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        receiver.Url = new Uri($"{addresses.Addresses.Single()}/hooks");
        return receiver;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue(new(body.ToArray(), context.Request.Headers["X-Inbox-Signature"].ToString(), context.Request.ContentType));
        context.Response.StatusCode = _statuses.TryDequeue(out var status) ? status : StatusCodes.Status204NoContent;
        context.Response.Headers.Location = context.Response.StatusCode == StatusCodes.Status302Found ? "/elsewhere" : default;
    }
}

/// <summary>Represents a request that a receiver got.</summary>
internal sealed record Received(byte[] Body, string Signature, string? ContentType);
