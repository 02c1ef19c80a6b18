using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Pipeline;

public class MetricsTests
{
    [Fact]
    public async Task UpdateContext_WaitsAndIsRetried_IsMeasuredWithoutAnythingPersonal()
    {
        var measured = new ConcurrentQueue<(string Name, double Value, string Tags)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "InboxSdk")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Text(tags))));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Text(tags))));
        listener.Start();
        var clock = new TestClock();
        await using var server = new ScriptedServer(
            StubResponse.Json(503, "{}"), StubResponse.Json(200, """{"prospect":{"id":"prospect_secret"}}"""), StubResponse.Json(200, """{"prospect":{"id":"prospect_secret"}}"""));
        using var inbox = server.CreateClient(options =>
        {
            options.TimeProvider = clock;
            options.Retry.MaxRetries = 1;
            options.RateLimit.Writes = [new() { Limit = 2, Length = TimeSpan.FromMinutes(1) }];
        });

        var first = inbox.Prospects.UpdateAsync("prospect_secret", new() { Notes = "secret" });
        await clock.PassWaitsAsync(first);
        var second = inbox.Prospects.UpdateAsync("prospect_secret", new() { Notes = "secret" });
        await clock.PassWaitsAsync(second);

        await second;
        // Parallel tests of the process also record measurements, so the assertions select those of this test.
        measured.Should().Contain(one => one.Name == "inbox.client.retries" && one.Value == 1 && one.Tags == "inbox.operation=prospects.updateContext;error.type=503");
        measured.Should().Contain(one => one.Name == "inbox.client.permit.wait" && one.Value > 50 && one.Tags == "inbox.rate_limit.kind=write;inbox.rate_limit.priority=interactive");
        measured.Should().NotContain(one => one.Tags.Contains("secret") || one.Tags.Contains(ScriptedServerExtensions.Token));
    }

    [Fact]
    public async Task UpdateContext_ListenerThrowsAfterTheWait_KeepsNothingOfTheQuota()
    {
        var isOurs = new AsyncLocal<bool>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "inbox.client.permit.wait")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) =>
        {
            if (isOurs.Value)
                throw new InvalidOperationException("The listener is broken.");
        });
        listener.Start();
        var clock = new TestClock();
        await using var server = new ScriptedServer(Enumerable.Repeat(StubResponse.Json(200, """{"prospect":{"id":"a"}}"""), 3));
        using var inbox = server.CreateClient(options =>
        {
            options.TimeProvider = clock;
            options.RateLimit.Writes = [new() { Limit = 1, Length = TimeSpan.FromMinutes(1) }];
        });
        await UpdateAsync();

        isOurs.Value = true;
        (await UpdateAsync()).Should().BeOfType<InvalidOperationException>();
        isOurs.Value = false;

        (await UpdateAsync()).Should().BeNull();

        async Task<Exception?> UpdateAsync()
        {
            var call = Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("a", new() { IsDone = true }));
            await clock.PassWaitsAsync(call);
            return await call;
        }
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(';', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}
