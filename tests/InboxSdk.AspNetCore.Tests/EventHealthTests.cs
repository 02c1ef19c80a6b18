using InboxSdk.Sandbox;
using InboxSdk.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InboxSdk.AspNetCore.Tests;

/// <summary>The health check of an event processor, at its endpoint.</summary>
public class EventHealthTests
{
    private readonly Received _received = new();
    private readonly TaskCompletionSource _release = new();

    [Fact]
    public async Task Check_EventsAreProcessed_IsHealthy_WithTheirData()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3 });
        await using var host = await StartAsync(sandbox, _received.HandleAsync);
        sandbox.State.AddTag(new() { Id = "tag_1", Name = "One", Color = "#000000" });
        await host.DeliverAsync(WebhookHost.Event(seq: 1));
        await host.Clock.PassWaitsAsync(_received.NextAsync());
        await host.Clock.PassWaitsAsync(host.CaughtUpAsync());

        var entry = (await CheckAsync(host)).Entries["inbox-events"];

        entry.Status.Should().Be(HealthStatus.Healthy);
        entry.Data.Should().ContainKeys("eventCreatedAt", "readAt", "webhookAt").And.Contain([new("pending", 0L), new("behindSeconds", 0d), new("seq", 1L)]);
        (await host.SendAsync(new(HttpMethod.Get, "/health"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Check_HandlerHangs_FailsAfterTheMaximumDelay()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3 });
        sandbox.State.AddTag(new() { Id = "tag_1", Name = "One", Color = "#000000" });
        await using var host = await StartAsync(sandbox, async (item, token) =>
        {
            await _received.HandleAsync(item, token);
            await _release.Task.WaitAsync(token);
        });
        await _received.NextAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var before = await CheckAsync(host);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var after = await CheckAsync(host);

        before.Status.Should().Be(HealthStatus.Healthy);
        after.Status.Should().Be(HealthStatus.Unhealthy);
        after.Entries["inbox-events"].Data["pending"].Should().Be(1L);
        (await host.SendAsync(new(HttpMethod.Get, "/health"))).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        _release.SetResult();
    }

    [Fact]
    public async Task Check_CheckpointCannotBeOpened_FailsAfterTheMaximumDelay()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3 });
        var store = new HeldStore();
        await using var host = await StartAsync(sandbox, _received.HandleAsync, store);
        (await host.Clock.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(1));
        host.Clock.Advance(TimeSpan.FromHours(1));
        (await host.Clock.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(1));
        var held = await CheckAsync(host);
        store.Fails = true;
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.LoggedAsync("EventCheckpointUnavailable");
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var before = await CheckAsync(host);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var after = await CheckAsync(host);

        held.Entries["inbox-events"].Should().Match<HealthReportEntry>(entry => entry.Status == HealthStatus.Healthy && entry.Description!.Contains("another process has"));
        before.Entries["inbox-events"].Should().Match<HealthReportEntry>(entry => entry.Status == HealthStatus.Healthy && entry.Description!.Contains("retries"));
        after.Entries["inbox-events"].Should().Match<HealthReportEntry>(entry => entry.Status == HealthStatus.Unhealthy && entry.Description!.Contains("checkpoint"));
    }

    [Fact]
    public async Task Check_ProcessorStopped_Fails()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3 });
        await using var host = await StartAsync(sandbox, _received.HandleAsync);
        await host.CaughtUpAsync();

        await host.Services.GetRequiredService<InboxEventProcessor>().StopAsync();

        (await CheckAsync(host)).Entries["inbox-events"].Should().Match<HealthReportEntry>(entry => entry.Status == HealthStatus.Unhealthy && entry.Description!.Contains("does not run"));
    }

    [Fact]
    public async Task Register_InvalidUse_Throws()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        var checks = services.AddHealthChecks();

        checks.Invoking(builder => builder.AddInboxEvents(maxDelay: TimeSpan.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        checks.AddInboxEvents(serviceKey: "emea");
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<HealthCheckService>().Awaiting(service => service.CheckHealthAsync(TestTimeout.Token()))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("*AddInboxEvents*");
    }

    private static Task<HealthReport> CheckAsync(WebhookHost host) => host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestTimeout.Token());

    private static Task<WebhookHost> StartAsync(InboxSandbox sandbox, Func<InboxEvent, CancellationToken, Task> handler, IEventCheckpointStore? store = null) => WebhookHost.StartAsync(
        (services, options) =>
        {
            services.AddInboxWebhooks(options);
            // The processor waits on the clock of the test.
            var webhooks = new InboxWebhookOptions();
            options(webhooks);
            services.AddInboxClient(client => (client.Token, client.BaseAddress) = (sandbox.Token, sandbox.BaseAddress))
                .AddInboxEvents(handler, events => (events.Checkpoint, events.TimeProvider) = (store ?? new MemoryEventCheckpointStore(), webhooks.TimeProvider));
            services.AddHealthChecks().AddInboxEvents();
        },
        application => application.MapHealthChecks("/health"));

    /// <summary>Represents a store that another process has open.</summary>
    private sealed class HeldStore : IEventCheckpointStore
    {
        public bool Fails { get; set; }

        public Task<IEventCheckpoint?> OpenAsync(CancellationToken cancellationToken = default) =>
            Fails ? throw new EventCheckpointException("The server does not respond.") : Task.FromResult<IEventCheckpoint?>(null);

        public Task ForwardWakeAsync(long? seq, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
