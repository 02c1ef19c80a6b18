using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace InboxSdk.Diagnostics;

/// <summary>Records the handling of events, with the names of the OpenTelemetry conventions for messaging, on the activity source and the meter of this assembly. InboxSdk.AspNetCore
/// shares the source. No tag contains an id or data of an event.</summary>
internal readonly struct ProcessTelemetry
{
    private static readonly string Name = typeof(ProcessTelemetry).Assembly.GetName().Name!;
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "messaging.process.duration", "s", "Duration of the handling of events, per attempt.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] });

    private readonly Activity? _activity;
    private readonly TagList _tags;
    private readonly TimeProvider _timeProvider;
    private readonly long _startedAt;

    private ProcessTelemetry(Activity? activity, in TagList tags, TimeProvider timeProvider)
    {
        (_activity, _tags, _timeProvider) = (activity, tags, timeProvider);
        _startedAt = timeProvider.GetTimestamp();
    }

    /// <summary>Begins an attempt to handle an event.</summary>
    /// <param name="destination">The source of the events: <c>events</c> or <c>webhooks</c>.</param>
    /// <param name="eventType">The type of the event.</param>
    /// <param name="delivery">The trace context of its webhook, or the default if there was none.</param>
    /// <param name="timeProvider">The clock.</param>
    public static ProcessTelemetry Begin(string destination, string eventType, ActivityContext delivery, TimeProvider timeProvider)
    {
        if (!Duration.Enabled && !Source.HasListeners())
            return default;
        var tags = new TagList
        {
            { "messaging.system", "inbox" },
            { "messaging.operation.name", "process" },
            { "messaging.operation.type", "process" },
            { "messaging.destination.name", destination },
            { "inbox.event.type", eventType },
        };
        ActivityLink[]? links = delivery == default ? null : [new(delivery)];
        return new(Source.StartActivity($"process {destination}", ActivityKind.Consumer, parentContext: default, tags, links), tags, timeProvider);
    }

    public void End(Exception? exception)
    {
        if (_timeProvider is null)
            return;
        var tags = _tags;
        if (exception is not null)
            tags.Add("error.type", exception.GetType().FullName);
        Duration.Record(_timeProvider.GetElapsedTime(_startedAt).TotalSeconds, tags);
        if (_activity is null)
            return;
        if (exception is not null)
        {
            _activity.SetTag("error.type", exception.GetType().FullName);
            _activity.SetStatus(ActivityStatusCode.Error);
        }

        _activity.Dispose();
    }
}
