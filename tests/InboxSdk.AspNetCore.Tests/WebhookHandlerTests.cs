using InboxSdk.V2;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InboxSdk.AspNetCore.Tests;

public class WebhookHandlerTests
{
    private readonly Received _received = new();

    [Fact]
    public async Task Handler_Class_HasAScopePerEvent()
    {
        await using var host = await WebhookHost.StartAsync((services, options) =>
        {
            services.AddSingleton(_received).AddScoped<Scoped>();
            services.AddInboxWebhooks(options).AddHandler<ScopedHandler>().AddHandler<SecondHandler>();
        });

        await host.DeliverAsync(WebhookHost.Event("a"));
        await host.DeliverAsync(WebhookHost.Event("b"));

        var received = new List<InboxEvent>();
        for (var i = 0; i < 4; i++)
            received.Add(await _received.NextAsync());
        // Both handlers of an event share a scope, and another event has another one.
        received.Select(item => item.Id).Should().Equal("a", "a", "b", "b");
        received.Select(item => item.ApiVersion).Distinct().Should().HaveCount(2);
        received[0].ApiVersion.Should().Be(received[1].ApiVersion);
    }

    [Fact]
    public async Task Handler_Throws_IsCalledAgainAfterADelay_AndThoseBeforeItAreNot()
    {
        var (first, attempts) = (0, 0);
        await using var host = await WebhookHost.StartAsync((services, options) => services.AddInboxWebhooks(options)
            .AddHandler((_, _) =>
            {
                first++;
                return Task.CompletedTask;
            })
            .AddHandler((item, token) => ++attempts < 4 ? throw new InvalidOperationException("The application's own.") : _received.HandleAsync(item, token)));

        await host.DeliverAsync();
        var next = _received.NextAsync();
        var waits = await host.Clock.PassWaitsAsync(next);

        waits.Should().Equal(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
        (first, attempts).Should().Be((1, 4));
        host.Logs.Own.Select(entry => entry.Event.Name).Should().Equal("HandlerRetrying", "HandlerRetrying", "HandlerRetrying");
    }

    [Fact]
    public async Task Handler_ServiceOfItsScopeFailsToDispose_IsCalledOnce_AndTheNextDeliveryIsHandled()
    {
        await using var host = await WebhookHost.StartAsync(
            (services, options) =>
            {
                services.AddSingleton(_received).AddScoped<Unclean>();
                services.AddInboxWebhooks(options).AddHandler<UncleanHandler>();
            },
            configure: options => options.MaxConcurrency = 1);

        await host.DeliverAsync(WebhookHost.Event("a"));
        await host.DeliverAsync(WebhookHost.Event("b"));
        var first = await _received.NextAsync();
        var next = _received.NextAsync();
        await host.Clock.PassWaitsAsync(next);

        (first.Id, (await next).Id).Should().Be(("a", "b"));
        _received.Count.Should().Be(0);
    }

    [Fact]
    public async Task Handler_AlwaysThrows_CallsOnFailed_AndTheNextDeliveryIsHandled()
    {
        var failed = new TaskCompletionSource<(WebhookDelivery, Exception)>();
        await using var host = await WebhookHost.StartAsync(
            (item, token) => item.Id == "bad" ? throw new InvalidOperationException("The application's own.") : _received.HandleAsync(item, token),
            options =>
            {
                options.MaxRetries = 1;
                options.OnFailed = (delivery, exception, _) =>
                {
                    failed.SetResult((delivery, exception));
                    throw new InvalidOperationException("The callback's own.");
                };
            });

        await host.DeliverAsync(WebhookHost.Event("bad"));
        await host.DeliverAsync(WebhookHost.Event("good"));
        var next = _received.NextAsync();
        await host.Clock.PassWaitsAsync(next);

        (await next).Id.Should().Be("good");
        var (delivery, exception) = await failed.Task;
        (delivery.Id, exception.Message).Should().Be(("bad", "The application's own."));
        host.Logs.Own.Select(entry => entry.Event.Name).Should().Equal("HandlerRetrying", "HandlerFailed", "FailureCallbackFailed");
    }

    [Fact]
    public async Task Handlers_SeveralAtATime_RunConcurrently()
    {
        var both = new Barrier(2);
        await using var host = await WebhookHost.StartAsync(
            (item, token) =>
            {
                both.SignalAndWait(TestTimeout.Token());
                return _received.HandleAsync(item, token);
            },
            options => options.MaxConcurrency = 2);

        await host.DeliverAsync(WebhookHost.Event("a"));
        await host.DeliverAsync(WebhookHost.Event("b"));

        new[] { (await _received.NextAsync()).Id, (await _received.NextAsync()).Id }.Should().BeEquivalentTo("a", "b");
    }

    [Fact]
    public async Task DeliveryHandler_OtherFormats_ReceivesThem()
    {
        var formats = new List<(WebhookFormat, InboxEventType)>();
        await using var host = await WebhookHost.StartAsync((services, options) => services.AddInboxWebhooks(options)
            .AddHandler(_received.HandleAsync)
            .AddDeliveryHandler((delivery, _) =>
            {
                formats.Add((delivery.Format, delivery.EventType));
                return Task.CompletedTask;
            }));

        await host.DeliverAsync("""{"id":"e","seq":1,"type":"prospect.tagsChanged","version":"1.0"}""");
        await host.DeliverAsync("""{"event":"targetReplied"}""");
        await host.DeliverAsync();

        // The handler of events is called first for the last delivery.
        await _received.NextAsync();
        formats.Take(2).Should().Equal((WebhookFormat.V1, InboxEventType.ContactTagsChanged), (WebhookFormat.Legacy, InboxEventType.TargetReplied));
        host.Logs.Own.Should().BeEmpty();
    }

    [Fact]
    public async Task Handler_OfEventsOnly_OtherFormatIsAcknowledgedAndReportedOnce()
    {
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync);

        for (var i = 0; i < 3; i++)
            (await host.DeliverAsync("""{"event":"targetReplied"}""")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        await host.DeliverAsync();

        await _received.NextAsync();
        host.Logs.Own.Should().ContainSingle().Which.Event.Name.Should().Be("FormatNotHandled");
    }

    [Fact]
    public async Task Stop_WithinTheTimeout_HandlesWhatWasAccepted()
    {
        var release = new TaskCompletionSource();
        var host = await WebhookHost.StartAsync(async (item, token) =>
        {
            await release.Task.WaitAsync(token);
            await _received.HandleAsync(item, token);
        });
        for (var i = 0; i < 5; i++)
            await host.DeliverAsync(WebhookHost.Event($"e{i}"));

        var stopping = host.StopAsync();
        stopping.IsCompleted.Should().BeFalse();
        release.SetResult();
        await stopping.WaitAsync(TestTimeout.Token());

        _received.Count.Should().Be(5);
        host.Logs.Own.Should().BeEmpty();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Stop_HandlerHangs_IsCancelledAfterTheTimeout_AndReportsWhatIsLost()
    {
        var (started, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
        var host = await WebhookHost.StartAsync(async (_, token) =>
        {
            started.TrySetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }
            finally
            {
                cancelled.TrySetResult();
            }
        });
        for (var i = 0; i < 3; i++)
            await host.DeliverAsync();
        await started.Task.WaitAsync(TestTimeout.Token());

        await host.StopAsync(new CancellationToken(canceled: true));

        await cancelled.Task.WaitAsync(TestTimeout.Token());
        host.Logs.Own.Should().ContainSingle(entry => entry.Event.Name == "DeliveriesLost").Which.Text.Should().Contain("before 3 accepted");
        await host.DisposeAsync();
    }

    internal sealed class Scoped
    {
        public string Id { get; } = Guid.NewGuid().ToString();
    }

    internal sealed class ScopedHandler(Scoped scoped, Received received) : IInboxEventHandler
    {
        public Task HandleAsync(InboxEvent inboxEvent, CancellationToken cancellationToken = default) =>
            received.HandleAsync(inboxEvent with { ApiVersion = scoped.Id }, cancellationToken);
    }

    internal sealed class SecondHandler(Scoped scoped, Received received) : IInboxEventHandler
    {
        public Task HandleAsync(InboxEvent inboxEvent, CancellationToken cancellationToken = default) =>
            received.HandleAsync(inboxEvent with { ApiVersion = scoped.Id }, cancellationToken);
    }

    internal sealed class Unclean : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("The application's own.");
    }

    internal sealed class UncleanHandler(Received received, Unclean unclean) : IInboxEventHandler
    {
        public Task HandleAsync(InboxEvent inboxEvent, CancellationToken cancellationToken = default)
        {
            GC.KeepAlive(unclean);
            return received.HandleAsync(inboxEvent, cancellationToken);
        }
    }
}
