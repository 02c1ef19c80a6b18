using System.Globalization;
using System.Text;
using System.Threading.Channels;
using InboxSdk.Tests.Diagnostics;
using InboxSdk.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InboxSdk.AspNetCore.Tests;

/// <summary>Runs an application that receives webhooks at <c>/hooks</c> on Kestrel, and delivers to it.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    public const string Secret = "ibt_wh_test";
    public const string Path = "/hooks";

    private readonly WebApplication _application;
    private readonly HttpClient _client;

    private WebhookHost(WebApplication application, TestClock clock, LogRecorder logs)
    {
        _application = application;
        (Clock, Logs) = (clock, logs);
        Address = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        _client = new HttpClient { BaseAddress = Address };
    }

    public TestClock Clock { get; }

    public LogRecorder Logs { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _application.Services;

    /// <summary>Starts an application with the given handler.</summary>
    public static Task<WebhookHost> StartAsync(Func<InboxEvent, CancellationToken, Task> handler, Action<InboxWebhookOptions>? configure = null) =>
        StartAsync((services, options) => services.AddInboxWebhooks(options).AddHandler(handler), configure: configure);

    public static async Task<WebhookHost> StartAsync(
        Action<IServiceCollection, Action<InboxWebhookOptions>> register, Action<WebApplication>? use = null, Action<InboxWebhookOptions>? configure = null,
        Action<WebApplicationBuilder>? build = null, TestClock? clock = null)
    {
        clock ??= new TestClock();
        var logs = new LogRecorder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Warning);
        build?.Invoke(builder);
        register(builder.Services, options =>
        {
            options.Secrets.Add(Secret);
            options.TimeProvider = clock;
            configure?.Invoke(options);
        });
        var application = builder.Build();
        use?.Invoke(application);
        application.MapInboxWebhooks(Path);
        await application.StartAsync();
        return new WebhookHost(application, clock, logs);
    }

    public static string Event(string id = "evt_1", long seq = 1, string type = "message.received") => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"id":"{{{id}}}","seq":{{{seq}}},"type":"{{{type}}}","apiVersion":"2","createdAt":"2026-09-14T10:32:00.000Z","object":{"type":"message","id":"m1","url":"/messages/m1"},"data":{"threadId":"t1"} }""");

    public string Sign(string body, string secret = Secret) => Sign(Encoding.UTF8.GetBytes(body), secret);

    public string Sign(byte[] body, string secret = Secret) => new WebhookSigner(secret, Clock).Sign(body);

    /// <summary>Delivers a signed body.</summary>
    public Task<HttpResponseMessage> DeliverAsync(string? body = null, string path = Path, string secret = Secret)
    {
        body ??= Event();
        return SendAsync(new StringContent(body, Encoding.UTF8, "application/json"), path, Sign(body, secret));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpContent content, string path = Path, params string[] signatures)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        foreach (var signature in signatures)
            request.Headers.Add(WebhookVerifier.SignatureHeaderName, signature);
        return await _client.SendAsync(request, TestTimeout.Token());
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request, TestTimeout.Token());

    /// <summary>Completes once the event processor has processed the latest event.</summary>
    public async Task CaughtUpAsync()
    {
        var token = TestTimeout.Token();
        while (!Services.GetRequiredService<InboxEventProcessor>().Status.IsCaughtUp)
        {
            token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => _application.StopAsync(cancellationToken);

    /// <summary>Completes once the application has logged a message of the given name.</summary>
    public async Task<LogRecorder.Entry> LoggedAsync(string name)
    {
        var token = TestTimeout.Token();
        while (true)
        {
            if (Logs.Own.FirstOrDefault(entry => entry.Event.Name == name) is { } found)
                return found;
            token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _application.StopAsync(new CancellationToken(canceled: true));
        await _application.DisposeAsync();
    }
}

/// <summary>Collects what handlers receive.</summary>
internal sealed class Received
{
    private readonly Channel<InboxEvent> _events = Channel.CreateUnbounded<InboxEvent>();

    public Task HandleAsync(InboxEvent inboxEvent, CancellationToken cancellationToken) => _events.Writer.WriteAsync(inboxEvent, cancellationToken).AsTask();

    public Task<InboxEvent> NextAsync() => _events.Reader.ReadAsync(TestTimeout.Token()).AsTask();

    public int Count => _events.Reader.Count;
}
