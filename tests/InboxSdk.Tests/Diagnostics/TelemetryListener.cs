using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace InboxSdk.Tests.Diagnostics;

/// <summary>Hears all that the SDK tells within one test, activities and measurements, and nothing of the tests beside it; save the gauges, which show every quota of the
/// process.</summary>
internal sealed class TelemetryListener : IDisposable
{
    // What is told is told in the flow of whoever made the call.
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
        _meters.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Add(instrument, value, labels));
        _meters.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Add(instrument, value, labels));
        _meters.Start();
    }

    public ConcurrentQueue<Activity> Activities { get; } = [];

    /// <summary>The tags that a sampler saw, activity by activity.</summary>
    public ConcurrentQueue<Dictionary<string, object?>> Sampled { get; } = [];

    public ConcurrentQueue<Instrument> Instruments { get; } = [];

    public ConcurrentQueue<Measured> Measurements { get; } = [];

    public IReadOnlyList<Measured> Of(string instrument) => [.. Measurements.Where(one => one.Name == instrument)];

    /// <summary>Asks the gauges.</summary>
    public void Observe() => _meters.RecordObservableInstruments();

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        if (Current.Value == this)
            Measurements.Enqueue(new(instrument.Name, value, labels.ToArray().ToDictionary(label => label.Key, label => label.Value)));
    }

    internal sealed record Measured(string Name, double Value, IReadOnlyDictionary<string, object?> Labels);
}
