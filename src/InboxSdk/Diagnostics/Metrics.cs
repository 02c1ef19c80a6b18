using System.Diagnostics;
using System.Diagnostics.Metrics;
using InboxSdk.RateLimiting;

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

    private static readonly Counter<long> RetriesRefused = Meter.CreateCounter<long>(
        "inbox.client.retries.refused", "{request}", "Number of retries that the retry budget refused.");

    private static readonly Counter<long> Unreadable = Meter.CreateCounter<long>(
        "inbox.client.unreadable", "{response}", "Number of responses with a success status that are not what the API documents.");

    private static readonly Histogram<double> PermitWait = Meter.CreateHistogram(
        "inbox.client.permit.wait", "s", "Duration of waits for the rate limiter; requests without a wait are not counted.", tags: null, Waits);

    private static readonly Counter<long> BulkItems = Meter.CreateCounter<long>("inbox.bulk.items", "{change}", "Number of completed changes of bulk runs, by outcome.");

    // A rate limiter that was collected is not observed. The others keep their numbers.
    private static readonly List<ObservedLimiter> Limiters = [];
    private static int _lastNumber;

    static Metrics() => Meter.CreateObservableGauge(
        "inbox.client.rate_limit.remaining", Remaining, "{request}", "Number of requests that the rate limiter still allows, by kind and window.");

    public static bool IsCallDurationEnabled => CallDuration.Enabled;

    public static void Observe(IInboxRateLimiter limiter)
    {
        lock (Limiters)
        {
            Limiters.RemoveAll(static known => !known.Limiter.TryGetTarget(out _));
            if (!Limiters.Exists(known => known.Limiter.TryGetTarget(out var target) && target == limiter))
                Limiters.Add(new(++_lastNumber, new(limiter)));
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

    public static void RetryRefused(string operation)
    {
        if (RetriesRefused.Enabled)
            RetriesRefused.Add(1, new KeyValuePair<string, object?>("inbox.operation", operation));
    }

    public static void PermitWaited(RateLimitKind kind, RateLimitPriority priority, TimeSpan waited)
    {
        if (PermitWait.Enabled)
            PermitWait.Record(waited.TotalSeconds, new("inbox.rate_limit.kind", Name(kind)), new("inbox.rate_limit.priority", Name(priority)));
    }

    public static void BulkItemEnded(BulkUpdateOutcome outcome)
    {
        if (BulkItems.Enabled)
            BulkItems.Add(1, new KeyValuePair<string, object?>("inbox.bulk.outcome", Name(outcome)));
    }

    private static List<Measurement<long>> Remaining()
    {
        List<ObservedLimiter> limiters;
        lock (Limiters)
            limiters = [.. Limiters];

        var remaining = new List<Measurement<long>>();
        foreach (var (number, reference) in limiters)
        {
            if (!reference.TryGetTarget(out var limiter) || limiter.PeekSnapshot() is not { } snapshot)
                continue;
            foreach (var window in snapshot.Windows)
            {
                remaining.Add(new(
                    Math.Max(0, window.Limit - window.Used),
                    new("inbox.rate_limit.kind", Name(window.Kind)),
                    new("inbox.rate_limit.window", window.Length.TotalSeconds),
                    new("inbox.rate_limit.number", number)));
            }
        }

        return remaining;
    }

    private static string Name(RateLimitKind kind) => kind switch
    {
        RateLimitKind.Read => "read",
        RateLimitKind.Write => "write",
        _ => "all",
    };

    private static string Name(RateLimitPriority priority) => priority == RateLimitPriority.Bulk ? "bulk" : "interactive";

    private sealed record ObservedLimiter(int Number, WeakReference<IInboxRateLimiter> Limiter);

    private static string Name(BulkUpdateOutcome outcome) => outcome switch
    {
        BulkUpdateOutcome.Succeeded => "succeeded",
        BulkUpdateOutcome.Failed => "failed",
        BulkUpdateOutcome.Indeterminate => "indeterminate",
        _ => "not_attempted",
    };
}
