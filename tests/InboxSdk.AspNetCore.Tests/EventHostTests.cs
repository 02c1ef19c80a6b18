using InboxSdk.Sandbox;
using InboxSdk.V2;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InboxSdk.AspNetCore.Tests;

/// <summary>Webhooks wake the processor, which reads the events of a sandbox.</summary>
public class EventHostTests
{
    private readonly MemoryEventCheckpointStore _store = new();
    private readonly Received _received = new();

    [Fact]
    public async Task Webhook_OfAnyEvent_WakesTheProcessor()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3 });
        await using var host = await StartAsync(sandbox, (client, configure) => client.AddInboxEvents(_received.HandleAsync, configure));
        // The delays of a processor without events: 1, 2, 4 and 8 seconds.
        for (var i = 0; i < 4; i++)
            host.Clock.Advance(await host.Clock.NextWaitAsync());
        await host.Clock.NextWaitAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        var requests = sandbox.Requests.Count;
        sandbox.State.AddMessage(sandbox.State.Threads[0].Id, at: DateTimeOffset.UtcNow);

        // The delay does not pass, so that only the webhook can cause a request.
        (await host.DeliverAsync()).StatusCode.Should().Be(HttpStatusCode.NoContent);

        InboxEvent next;
        do
            next = await _received.NextAsync();
        while (next.Type != InboxEventType.MessageReceived && next.Type != InboxEventType.MessageSent);
        next.Seq.Should().BePositive();
        (sandbox.Requests.Count - requests).Should().BeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Handler_Class_HasAScopePerEvent_AndTheHostStopsGracefully()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3 });
        sandbox.State.AddMessage(sandbox.State.Threads[0].Id, at: DateTimeOffset.UtcNow);
        await using var host = await StartAsync(sandbox, (client, configure) =>
        {
            client.Services.AddSingleton(_received);
            client.AddInboxEvents<Handler>(configure);
        });

        var first = await _received.NextAsync();
        await host.CaughtUpAsync();
        await host.StopAsync();

        first.Seq.Should().BePositive();
        _store.Seq.Should().BeGreaterThanOrEqualTo(first.Seq);
        host.Services.GetRequiredService<InboxEventProcessor>().Status.IsCaughtUp.Should().BeTrue();
    }

    [Fact]
    public async Task Delays_WithTheClockOfTheClient_PassOnIt()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3 });
        var clock = new TestClock();
        await using var host = await WebhookHost.StartAsync(
            (services, options) =>
            {
                services.AddInboxWebhooks(options);
                services.AddInboxClient(client => (client.Token, client.BaseAddress, client.TimeProvider) = (sandbox.Token, sandbox.BaseAddress, clock))
                    .AddInboxEvents(_received.HandleAsync, events => (events.Checkpoint, events.MinDelay, events.MaxDelay) = (_store, TimeSpan.FromHours(20), TimeSpan.FromHours(20)));
            },
            clock: clock);
        await host.CaughtUpAsync();
        sandbox.State.AddTag(new() { Id = "tag_1", Name = "One", Color = "#000000" });

        var next = _received.NextAsync();
        (await clock.PassWaitsAsync(next)).Should().Contain(TimeSpan.FromHours(20));

        (await next).Type.Should().Be(InboxEventType.TagCreated);
    }

    [Fact]
    public void Register_InvalidUse_Throws()
    {
        var services = new ServiceCollection();
        var client = services.AddInboxClient(options => options.Token = "ibt_1");
        client.AddInboxEvents(_received.HandleAsync, Configure);

        client.Invoking(again => again.AddInboxEvents(_received.HandleAsync, Configure)).Should().Throw<InvalidOperationException>();
        services.AddHttpClient("other").Invoking(other => other.AddInboxEvents(_received.HandleAsync, Configure)).Should().Throw<ArgumentException>().WithMessage("*AddInboxClient*");
        services.AddKeyedInboxClient("emea", options => options.Token = "ibt_1").AddInboxEvents(_received.HandleAsync, Configure);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredKeyedService<InboxEventProcessor>("emea").Should().NotBeSameAs(provider.GetRequiredService<InboxEventProcessor>());
    }

    [Fact]
    public async Task Start_WithoutACheckpoint_Fails()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3 });

        await FluentActions.Awaiting(() => StartAsync(sandbox, (client, _) => client.AddInboxEvents(_received.HandleAsync, _ => { })))
            .Should().ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*FileEventCheckpointStore*");
    }

    [Fact]
    public async Task Start_OptionsFromConfiguration_AreUsed()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3 });
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["MaxRetries"] = "1001" }).Build();

        await FluentActions.Awaiting(() => StartAsync(sandbox, (client, configure) => client.AddInboxEvents(_received.HandleAsync, configure).Services.Configure<EventProcessorOptions>(section)))
            .Should().ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*MaxRetries must be from 0 to 1000*");
    }

    private Task<WebhookHost> StartAsync(InboxSandbox sandbox, Action<IHttpClientBuilder, Action<EventProcessorOptions>> add) => WebhookHost.StartAsync((services, options) =>
    {
        services.AddInboxWebhooks(options);
        // The processor waits on the clock of the test.
        var webhooks = new InboxWebhookOptions();
        options(webhooks);
        var client = services.AddInboxClient(client => (client.Token, client.BaseAddress) = (sandbox.Token, sandbox.BaseAddress));
        add(client, events => (events.Checkpoint, events.TimeProvider) = (_store, webhooks.TimeProvider));
    });

    private void Configure(EventProcessorOptions options) => options.Checkpoint = _store;

    internal sealed class Handler(Received received) : IInboxEventHandler
    {
        public Task HandleAsync(InboxEvent inboxEvent, CancellationToken cancellationToken = default) => received.HandleAsync(inboxEvent, cancellationToken);
    }
}
