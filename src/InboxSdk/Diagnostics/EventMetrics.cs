using System.Diagnostics.Metrics;
using InboxSdk.V2;

namespace InboxSdk.Diagnostics;

/// <summary>Observes the running event processors.</summary>
internal static class EventMetrics
{
    private static readonly Meter Meter = new(Telemetry.Name, Telemetry.Version);
    private static readonly List<(int Number, InboxEventProcessor Processor, TimeProvider Clock)> Processors = [];
    private static int _lastNumber;

    static EventMetrics()
    {
        Meter.CreateObservableGauge(
            "inbox.events.pending", () => Measure((status, _) => status.PendingCount), "{event}", "Number of known events that are not processed yet.");
        Meter.CreateObservableGauge(
            "inbox.events.behind", () => Measure((status, now) => status.BehindSince is { } since ? Math.Max(0, (now - since).TotalSeconds) : 0), "s",
            "Time since which events wait or cannot be read, or the checkpoint cannot be opened.");
    }

    public static void Add(InboxEventProcessor processor, TimeProvider clock)
    {
        lock (Processors)
            Processors.Add((++_lastNumber, processor, clock));
    }

    public static void Remove(InboxEventProcessor processor)
    {
        lock (Processors)
            Processors.RemoveAll(each => each.Processor == processor);
    }

    private static List<Measurement<T>> Measure<T>(Func<EventProcessorStatus, DateTimeOffset, T> measure)
        where T : struct
    {
        lock (Processors)
        {
            // Those of another process are reported there.
            return
            [
                .. from each in Processors
                   let status = each.Processor.Status
                   where !status.IsStandby || status.BehindSince is not null
                   select new Measurement<T>(measure(status, each.Clock.GetUtcNow()), new KeyValuePair<string, object?>("inbox.event_processor.number", each.Number)),
            ];
        }
    }
}
