using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace InboxSdk.Diagnostics;

/// <summary>The metrics of the SDK, on the meter <c>InboxSdk</c>. No tag contains an id, a token or personal data.</summary>
internal static class Metrics
{
    private static readonly Meter Meter = new(Telemetry.Name, Telemetry.Version);

    // The boundaries that the OpenTelemetry conventions recommend for HTTP requests.
    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    // The wait for a permit can be long: v2 has windows of an hour and of a day.
    private static readonly InstrumentAdvice<double> Waits = new() { HistogramBucketBoundaries = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 1800, 3600] };

    private static readonly Histogram<double> CallDuration = Meter.CreateHistogram(
        "inbox.client.call.duration", "s", "Duration of calls, including all attempts and waits.", tags: null, Durations);

    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "inbox.client.attempts", "{request}", "Number of requests sent, by outcome.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "inbox.client.retries", "{request}", "Number of retries, by the reason of the preceding failure.");

    private static readonly Counter<long> Unreadable = Meter.CreateCounter<long>(
        "inbox.client.unreadable", "{response}", "Number of responses with a success status that are not what the API documents.");

    private static readonly Histogram<double> PermitWait = Meter.CreateHistogram(
        "inbox.client.permit.wait", "s", "Duration of waits for the rate limiter; requests without a wait are not counted.", tags: null, Waits);

    private static readonly Counter<long> BulkItems = Meter.CreateCounter<long>("inbox.bulk.items", "{change}", "Number of completed changes of bulk runs, by outcome.");

    // A limiter that was collected is not observed. The others keep their numbers.
    private static readonly List<(int Number, WeakReference<IInboxQuota> Quota)> Quotas = [];
    private static int _lastNumber;

    static Metrics() => Meter.CreateObservableGauge(
        "inbox.client.quota.left", QuotaLeft, "{request}", "Number of requests that the rate limiter still allows, by kind and window.");

    public static bool IsCallDurationEnabled => CallDuration.Enabled;

    public static void Observe(IInboxQuota quota)
    {
        lock (Quotas)
        {
            Quotas.RemoveAll(known => !known.Quota.TryGetTarget(out _));
            if (!Quotas.Exists(known => known.Quota.TryGetTarget(out var target) && target == quota))
                Quotas.Add((++_lastNumber, new(quota)));
        }
    }

    public static void CallEnded(TimeSpan elapsed, in TagList tags) => CallDuration.Record(elapsed.TotalSeconds, tags);

    public static void Attempted(string operation, HttpResponseMessage? response, Exception? exception)
    {
        if (!Attempts.Enabled)
            return;
        var tags = new TagList { { "inbox.operation", operation } };
        if (response is not null)
            tags.Add("http.response.status_code", (int)response.StatusCode);
        if (Telemetry.ErrorType(response, exception) is { } error)
            tags.Add("error.type", error);
        Attempts.Add(1, tags);
    }

    public static void Retried(string operation, string reason)
    {
        if (Retries.Enabled)
            Retries.Add(1, new("inbox.operation", operation), new("error.type", reason));
    }

    public static void ResponseUnreadable(string operation)
    {
        if (Unreadable.Enabled)
            Unreadable.Add(1, new KeyValuePair<string, object?>("inbox.operation", operation));
    }

    public static void PermitWaited(QuotaRequest permit, TimeSpan waited)
    {
        if (PermitWait.Enabled)
            PermitWait.Record(waited.TotalSeconds, new("inbox.quota.kind", Name(permit.Kind)), new("inbox.quota.priority", Name(permit.Priority)));
    }

    public static void BulkItemEnded(BulkUpdateOutcome outcome)
    {
        if (BulkItems.Enabled)
            BulkItems.Add(1, new KeyValuePair<string, object?>("inbox.bulk.outcome", Name(outcome)));
    }

    private static List<Measurement<long>> QuotaLeft()
    {
        List<(int Number, WeakReference<IInboxQuota> Quota)> quotas;
        lock (Quotas)
            quotas = [.. Quotas];

        var left = new List<Measurement<long>>();
        foreach (var (number, reference) in quotas)
        {
            if (!reference.TryGetTarget(out var quota))
                continue;
            if (Snapshot(quota) is not { } snapshot)
                continue;
            foreach (var window in snapshot.Windows)
            {
                // It is the same window as that of reads.
                if (snapshot.CountsTogether && window.Kind == QuotaKind.Write)
                    continue;
                left.Add(new(
                    Math.Max(0, window.Limit - window.Used),
                    new("inbox.quota.kind", snapshot.CountsTogether ? "all" : Name(window.Kind)),
                    new("inbox.quota.window", window.Length.TotalSeconds),
                    new("inbox.quota.number", number)));
            }
        }

        return left;
    }

    // A custom implementation that fails must not hide the others.
    private static QuotaSnapshot? Snapshot(IInboxQuota quota)
    {
        try
        {
            return quota.GetSnapshot();
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static string Name(QuotaKind kind) => kind == QuotaKind.Read ? "read" : "write";

    private static string Name(QuotaPriority priority) => priority == QuotaPriority.Bulk ? "bulk" : "interactive";

    private static string Name(BulkUpdateOutcome outcome) => outcome switch
    {
        BulkUpdateOutcome.Succeeded => "succeeded",
        BulkUpdateOutcome.Failed => "failed",
        BulkUpdateOutcome.Indeterminate => "indeterminate",
        _ => "not_attempted",
    };
}
