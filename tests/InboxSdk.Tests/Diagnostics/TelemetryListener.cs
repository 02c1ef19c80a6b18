using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace InboxSdk.Tests.Diagnostics;

/// <summary>Records the activities and measurements of the SDK within one test, and none of parallel tests, except the gauges, which report every rate limiter of the
/// process.</summary>
internal sealed class TelemetryListener : IDisposable
{
    // Activities and measurements are recorded in the execution context of the caller.
    private static readonly AsyncLocal<TelemetryListener?> Current = new();

    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public TelemetryListener()
    {
        Current.Value = this;
        _activities = new()
        {
            ShouldListenTo = source => source.Name == "InboxSdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                if (Current.Value == this)
                    Sampled.Enqueue(options.Tags?.ToDictionary(tag => tag.Key, tag => tag.Value) ?? []);
                return ActivitySamplingResult.AllDataAndRecorded;
            },
            ActivityStopped = activity =>
            {
                if (Current.Value == this)
                    Activities.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name != "InboxSdk")
                return;
            Instruments.Enqueue(instrument);
            self.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.Start();
    }

    public ConcurrentQueue<Activity> Activities { get; } = [];

    /// <summary>Gets the tags that a sampler received, for each activity.</summary>
    public ConcurrentQueue<Dictionary<string, object?>> Sampled { get; } = [];

    public ConcurrentQueue<Instrument> Instruments { get; } = [];

    public ConcurrentQueue<Measured> Measurements { get; } = [];

    public IReadOnlyList<Measured> Of(string instrument) => [.. Measurements.Where(one => one.Name == instrument)];

    /// <summary>Records the values of the gauges.</summary>
    public void Observe() => _meters.RecordObservableInstruments();

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Current.Value == this)
            Measurements.Enqueue(new(instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
    }

    internal sealed record Measured(string Name, double Value, IReadOnlyDictionary<string, object?> Tags);
}
