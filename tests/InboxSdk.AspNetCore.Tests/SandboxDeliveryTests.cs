using InboxSdk.Sandbox;
using InboxSdk.V2;
using Microsoft.Extensions.DependencyInjection;

namespace InboxSdk.AspNetCore.Tests;

/// <summary>The sandbox delivers webhooks, with every fault, to an application that processes events.</summary>
public class SandboxDeliveryTests
{
    private readonly Received _received = new();

    [Fact]
    public async Task Message_WithAWebhook_IsHandledAfterOneRequest()
    {
        await using var host = await StartAsync(services => { });
        await using var sandbox = Sandbox!;
        sandbox.Webhooks.Add(Hooks(host), WebhookHost.Secret);
        // The processor waits for a second, and then for two, of which more than MinDelay passes.
        host.Clock.Advance(await host.Clock.NextWaitAsync());
        (await host.Clock.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(2));
        host.Clock.Advance(TimeSpan.FromMilliseconds(1500));
        var requests = sandbox.Requests.Count;

        sandbox.State.AddMessage(sandbox.State.Threads[0].Id, DateTimeOffset.UtcNow);
        InboxEvent next;
        do
            next = await _received.NextAsync();
        while (next.Type != InboxEventType.MessageReceived);
        await sandbox.Webhooks.WaitUntilIdleAsync(TestTimeout.Token());

        sandbox.Requests.Skip(requests).Count().Should().BeLessThanOrEqualTo(2);
        sandbox.Webhooks.Deliveries.Should().OnlyContain(delivery => delivery.IsAccepted);
    }

    [Fact]
    public async Task Events_WhoseDeliveriesAreLostRepeatedAndReordered_AreHandledOnceAndInOrder()
    {
        await using var host = await StartAsync(services => { });
        await using var sandbox = Sandbox!;
        var webhook = sandbox.Webhooks.Add(Hooks(host), WebhookHost.Secret);
        webhook.HitRandomly(SandboxWebhookFault.Drop, 0.3);
        webhook.HitRandomly(SandboxWebhookFault.Duplicate, 0.3);
        webhook.HitRandomly(SandboxWebhookFault.Reorder, 0.3);

        for (var i = 0; i < 200; i++)
            sandbox.State.AddMessage(sandbox.State.Threads[i % 3].Id, DateTimeOffset.UtcNow);
        var count = sandbox.State.Events.Count;
        var handled = Task.Run(async () =>
        {
            var events = new List<InboxEvent>();
            while (events.Count < count)
                events.Add(await _received.NextAsync());
            return events;
        });
        await host.Clock.PassWaitsAsync(handled);

        (await handled).Select(item => item.Seq).Should().Equal(Enumerable.Range(1, count).Select(seq => (long)seq));
        _received.Count.Should().Be(0);
    }

    [Fact]
    public async Task Events_ByBothWays_AreHandledOnce_WithASharedStore()
    {
        var store = new MemoryProcessedEventStore();
        await using var host = await StartAsync(services => services.AddInboxWebhooks(options => options.ProcessedEvents = store).AddHandler(_received.HandleAsync), store);
        await using var sandbox = Sandbox!;
        sandbox.Webhooks.Add(Hooks(host), WebhookHost.Secret).HitRandomly(SandboxWebhookFault.Drop, 0.5);

        for (var i = 0; i < 50; i++)
            sandbox.State.AddMessage(sandbox.State.Threads[i % 3].Id, DateTimeOffset.UtcNow);
        var count = sandbox.State.Events.Count;
        var handled = Task.Run(async () =>
        {
            var events = new List<InboxEvent>();
            while (events.Count < count)
                events.Add(await _received.NextAsync());
            return events;
        });
        await host.Clock.PassWaitsAsync(handled);
        await host.Clock.PassWaitsAsync(host.CaughtUpAsync());
        await host.StopAsync();

        (await handled).Select(item => item.Seq).Should().BeEquivalentTo(Enumerable.Range(1, count).Select(seq => (long)seq));
        _received.Count.Should().Be(0);
    }

    [Theory]
    [InlineData(SandboxWebhookFault.Late)]
    [InlineData(SandboxWebhookFault.PreviousSecret)]
    [InlineData(SandboxWebhookFault.Tamper)]
    public async Task Delivery_NotAuthentic_IsRejected(SandboxWebhookFault fault)
    {
        await using var host = await StartAsync(services => { });
        await using var sandbox = Sandbox!;
        sandbox.Webhooks.Add(Hooks(host), WebhookHost.Secret).HitNext(fault);

        sandbox.State.AddTag(new() { Id = "tag_1", Name = "One", Color = "#000000" });
        await host.LoggedAsync("DeliveryRejected");

        var token = TestTimeout.Token();
        while (sandbox.Webhooks.Deliveries.Count == 0)
        {
            token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        sandbox.Webhooks.Deliveries[0].StatusCode.Should().Be(401);
    }

    private InboxSandbox? Sandbox { get; set; }

    private static Uri Hooks(WebhookHost host) => new(host.Address, WebhookHost.Path);

    private async Task<WebhookHost> StartAsync(Action<IServiceCollection> register, IProcessedEventStore? store = null)
    {
        // On the clock of the application, which signatures are verified with.
        var clock = new TestClock();
        var sandbox = Sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3, TimeProvider = clock });
        return await WebhookHost.StartAsync((services, options) =>
        {
            services.AddInboxWebhooks(options);
            services.AddInboxClient(client => (client.Token, client.BaseAddress) = (sandbox.Token, sandbox.BaseAddress)).AddInboxEvents(
                _received.HandleAsync,
                events => (events.Checkpoint, events.TimeProvider, events.ProcessedEvents) = (new MemoryEventCheckpointStore(), clock, store));
            register(services);
        }, clock: clock);
    }
}
