using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace InboxSdk.Tests.Diagnostics;

/// <summary>Hears all that the SDK tells within a test: activities and measurements, those of tests beside it as well, so look for your own.</summary>
internal sealed class TelemetryListener : IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public TelemetryListener()
    {
        _activities = new()
        {
            ShouldListenTo = source => source.Name == "InboxSdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Activities.Enqueue,
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

    public ConcurrentQueue<Instrument> Instruments { get; } = [];

    public ConcurrentQueue<Measured> Measurements { get; } = [];

    /// <summary>Asks the gauges.</summary>
    public void Observe() => _meters.RecordObservableInstruments();

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels) =>
        Measurements.Enqueue(new(instrument.Name, value, labels.ToArray().ToDictionary(label => label.Key, label => label.Value)));

    internal sealed record Measured(string Name, double Value, IReadOnlyDictionary<string, object?> Labels);
}
