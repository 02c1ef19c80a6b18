using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace InboxSdk.Diagnostics;

/// <summary>Every metric the SDK measures, on the meter <c>InboxSdk</c>. No label holds an id, a token or anything personal.</summary>
internal static class Metrics
{
    private static readonly Meter Meter = new(Telemetry.Name, Telemetry.Version);

    // Those that the conventions advise for HTTP requests.
    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    // A permit may be far away: v2 has windows of an hour and of a day.
    private static readonly InstrumentAdvice<double> Waits = new() { HistogramBucketBoundaries = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 1800, 3600] };

    private static readonly Histogram<double> CallDuration = Meter.CreateHistogram(
        "inbox.client.call.duration", "s", "How long calls took, with all their attempts and waits.", tags: null, Durations);

    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "inbox.client.attempts", "{request}", "Requests that were sent, by what came of them.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "inbox.client.retries", "{request}", "Requests that were sent again, by what had failed.");

    private static readonly Counter<long> Unreadable = Meter.CreateCounter<long>(
        "inbox.client.unreadable", "{response}", "Answers that said success and were not what the API promises.");

    private static readonly Histogram<double> PermitWait = Meter.CreateHistogram(
        "inbox.client.permit.wait", "s", "How long requests waited for the quota; those that need not wait are not counted.", tags: null, Waits);

    private static readonly Counter<long> BulkItems = Meter.CreateCounter<long>("inbox.bulk.items", "{change}", "Changes of bulk runs that ended, by how.");

    // A quota that nobody holds any more is not asked. The others keep their numbers.
    private static readonly List<(int Number, WeakReference<IInboxQuota> Quota)> Quotas = [];
    private static int _lastNumber;

    static Metrics() => Meter.CreateObservableGauge("inbox.client.quota.left", QuotaLeft, "{request}", "Requests that the quota still allows, by kind and window.");

    public static bool CallsAreHeard => CallDuration.Enabled;

    public static void Observe(IInboxQuota quota)
    {
        lock (Quotas)
        {
            Quotas.RemoveAll(known => !known.Quota.TryGetTarget(out _));
            if (!Quotas.Exists(known => known.Quota.TryGetTarget(out var target) && target == quota))
                Quotas.Add((++_lastNumber, new(quota)));
        }
    }

    public static void CallEnded(TimeSpan elapsed, in TagList labels) => CallDuration.Record(elapsed.TotalSeconds, labels);

    public static void Attempted(string operation, HttpResponseMessage? response, Exception? exception)
    {
        if (!Attempts.Enabled)
            return;
        var labels = new TagList { { "inbox.operation", operation } };
        if (response is not null)
            labels.Add("http.response.status_code", (int)response.StatusCode);
        if (Telemetry.ErrorType(response, exception) is { } error)
            labels.Add("error.type", error);
        Attempts.Add(1, labels);
    }

    public static void Retried(string operation, string reason)
    {
        if (Retries.Enabled)
            Retries.Add(1, new("inbox.operation", operation), new("error.type", reason));
    }

    public static void AnswerUnreadable(string operation)
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
                // It is the same window as that for reads.
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

    // One of the application's own that fails must not hide the others.
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
