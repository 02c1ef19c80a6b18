using InboxSdk.V2;

namespace InboxSdk.AspNetCore.Tests;

/// <summary>Handlers of webhooks share a store of processed events.</summary>
public class ProcessedEventTests
{
    private readonly Received _received = new();
    private readonly MemoryProcessedEventStore _store = new();

    [Fact]
    public async Task Delivery_Repeated_IsHandledOnce()
    {
        await using var host = await StartAsync(_received.HandleAsync);

        for (var i = 0; i < 3; i++)
            (await host.DeliverAsync(WebhookHost.Event("a"))).StatusCode.Should().Be(HttpStatusCode.NoContent);
        await host.DeliverAsync(WebhookHost.Event("b", seq: 2));

        (await _received.NextAsync()).Id.Should().Be("a");
        (await _received.NextAsync()).Id.Should().Be("b");
        _received.Count.Should().Be(0);
    }

    [Fact]
    public async Task Delivery_ProcessedElsewhere_IsNotHandled()
    {
        await _store.ClaimAsync("a");
        await _store.CompleteAsync("a");
        await using var host = await StartAsync(_received.HandleAsync);

        await host.DeliverAsync(WebhookHost.Event("a"));
        await host.DeliverAsync(WebhookHost.Event("b", seq: 2));

        (await _received.NextAsync()).Id.Should().Be("b");
    }

    [Fact]
    public async Task Delivery_InProgressElsewhere_WaitsForIt()
    {
        await _store.ClaimAsync("a");
        await using var host = await StartAsync(_received.HandleAsync);

        await host.DeliverAsync(WebhookHost.Event("a"));
        (await host.Clock.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(1));
        await _store.ReleaseAsync("a");
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        (await _received.NextAsync()).Id.Should().Be("a");
    }

    [Fact]
    public async Task Handler_FailsForGood_ReleasesTheEvent()
    {
        var attempts = 0;
        await using var host = await StartAsync(
            (item, token) => ++attempts == 1 ? throw new InvalidOperationException("The application's own.") : _received.HandleAsync(item, token), options => options.MaxRetries = 0);

        await host.DeliverAsync(WebhookHost.Event("a"));
        await host.LoggedAsync("HandlerFailed");
        await host.DeliverAsync(WebhookHost.Event("a"));

        (await _received.NextAsync()).Id.Should().Be("a");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    public async Task Store_Fails_IsRetried_AndTheHandlerIsCalledOnce(int maxRetries)
    {
        var store = new FailingStore((_, call) => call is 1 or 3);
        // Also if a handler is not called again.
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync, options => (options.ProcessedEvents, options.MaxRetries) = (store, maxRetries));

        await host.DeliverAsync(WebhookHost.Event("a"));
        await host.DeliverAsync(WebhookHost.Event("b", seq: 2));
        var second = Task.Run(async () =>
        {
            await _received.NextAsync();
            return await _received.NextAsync();
        });
        await host.Clock.PassWaitsAsync(second);

        (await second).Id.Should().Be("b");
        (await store.ClaimAsync("a")).Should().Be(EventClaim.Processed);
    }

    [Fact]
    public async Task Store_CannotRelease_IsLogged_AndTheNextDeliveryIsHandled()
    {
        var store = new FailingStore((method, _) => method == nameof(IProcessedEventStore.ReleaseAsync));
        await using var host = await WebhookHost.StartAsync(
            (item, token) => item.Id == "a" ? throw new InvalidOperationException("The application's own.") : _received.HandleAsync(item, token),
            options => (options.ProcessedEvents, options.MaxRetries) = (store, 0));

        await host.DeliverAsync(WebhookHost.Event("a"));
        await host.LoggedAsync("ReleaseFailed");
        await host.DeliverAsync(WebhookHost.Event("b", seq: 2));

        (await _received.NextAsync()).Id.Should().Be("b");
    }

    [Fact]
    public async Task Stop_HandlerEndsWhenItIsCancelled_TheEventIsProcessed()
    {
        var store = new HeedingStore(_store);
        await using var host = await WebhookHost.StartAsync(
            async (item, token) =>
            {
                await _received.HandleAsync(item, CancellationToken.None);
                await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => { }, TaskScheduler.Default);
            },
            options => options.ProcessedEvents = store);
        await host.DeliverAsync(WebhookHost.Event("a"));
        await _received.NextAsync();

        await host.StopAsync(new CancellationToken(canceled: true));
        await store.Ended.WaitAsync(TestTimeout.Token());

        (await _store.ClaimAsync("a")).Should().Be(EventClaim.Processed);
    }

    private Task<WebhookHost> StartAsync(Func<InboxEvent, CancellationToken, Task> handler, Action<InboxWebhookOptions>? configure = null) => WebhookHost.StartAsync(handler, options =>
    {
        options.ProcessedEvents = _store;
        configure?.Invoke(options);
    });

    /// <summary>Heeds the token of each call.</summary>
    private sealed class HeedingStore(IProcessedEventStore store) : IProcessedEventStore
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Gets a task that completes when a claim has ended.</summary>
        public Task Ended => _ended.Task;

        public Task<EventClaim> ClaimAsync(string eventId, CancellationToken cancellationToken = default) => store.ClaimAsync(eventId, cancellationToken);

        public async Task CompleteAsync(string eventId, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await store.CompleteAsync(eventId, cancellationToken);
            _ended.TrySetResult();
        }

        public async Task ReleaseAsync(string eventId, CancellationToken cancellationToken = default)
        {
            await store.ReleaseAsync(eventId, cancellationToken);
            _ended.TrySetResult();
        }
    }

    /// <summary>Fails in the calls that are selected by their method and number.</summary>
    private sealed class FailingStore(Func<string, int, bool> fails) : IProcessedEventStore
    {
        private readonly MemoryProcessedEventStore _store = new();
        private int _calls;

        public Task<EventClaim> ClaimAsync(string eventId, CancellationToken cancellationToken = default)
        {
            FailIfSelected(nameof(ClaimAsync));
            return _store.ClaimAsync(eventId, cancellationToken);
        }

        public Task CompleteAsync(string eventId, CancellationToken cancellationToken = default)
        {
            FailIfSelected(nameof(CompleteAsync));
            return _store.CompleteAsync(eventId, cancellationToken);
        }

        public Task ReleaseAsync(string eventId, CancellationToken cancellationToken = default)
        {
            FailIfSelected(nameof(ReleaseAsync));
            return _store.ReleaseAsync(eventId, cancellationToken);
        }

        private void FailIfSelected(string method)
        {
            if (fails(method, ++_calls))
                throw new IOException("The disk is full.");
        }
    }
}
