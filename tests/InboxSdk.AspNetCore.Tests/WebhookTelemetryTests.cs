using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace InboxSdk.AspNetCore.Tests;

/// <summary>The metrics and activities of webhooks.</summary>
public class WebhookTelemetryTests
{
    private const string Name = "InboxSdk.AspNetCore";
    private readonly Received _received = new();

    [Fact]
    public async Task Delivery_IsCounted_WithTheReasonOfARejection()
    {
        var counted = new ConcurrentQueue<(int Status, string? Reason)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "inbox.webhooks.deliveries")
                self.EnableMeasurementEvents(instrument);
        };
        // Of parallel tests too: those have no status 431, which only this test could cause, so that the expected ones are a subset.
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            var values = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
            counted.Enqueue(((int)values["http.response.status_code"]!, (string?)values.GetValueOrDefault("error.type")));
        });
        listener.Start();
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync);

        await host.DeliverAsync();
        await host.DeliverAsync(secret: "ibt_wh_other");
        await host.DeliverAsync("[]");
        await host.SendAsync(new StringContent("{}"));

        counted.Should().Contain([(204, null), (401, "no_match"), (400, "no_event"), (401, "missing")]);
    }

    [Fact]
    public async Task Handler_HasAnActivity_LinkedToTheRequest()
    {
        var (requests, processed) = (new ConcurrentQueue<Activity>(), new ConcurrentQueue<Activity>());
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Name or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => (activity.Source.Name == Name ? processed : requests).Enqueue(activity),
        };
        ActivitySource.AddActivityListener(listener);
        // A type of its own, because parallel tests have activities too.
        var attempts = 0;
        await using var host = await WebhookHost.StartAsync((item, token) => ++attempts == 1 ? throw new TimeoutException() : _received.HandleAsync(item, token));

        await host.DeliverAsync(WebhookHost.Event(type: "telemetry.test"));
        await host.Clock.PassWaitsAsync(_received.NextAsync());
        await host.StopAsync();

        var own = processed.Where(activity => "telemetry.test".Equals(activity.GetTagItem("inbox.event.type"))).ToList();
        own.Select(activity => (activity.DisplayName, activity.Kind, activity.GetTagItem("error.type"))).Should().Equal(
            ("process webhooks", ActivityKind.Consumer, "System.TimeoutException"), ("process webhooks", ActivityKind.Consumer, null));
        requests.Select(request => request.Context).Should().Contain(own[0].Links.Single().Context);
        own[1].Links.Single().Context.Should().Be(own[0].Links.Single().Context);
    }
}
