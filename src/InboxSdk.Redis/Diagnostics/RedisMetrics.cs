using System.Diagnostics;
using System.Diagnostics.Metrics;
using InboxSdk.RateLimiting;

namespace InboxSdk.Diagnostics;

/// <summary>The metrics of the shared rate limiter, on the meter <c>InboxSdk.Redis</c>. No tag contains a token or an address.</summary>
internal static class RedisMetrics
{
    private static readonly Meter Meter = new("InboxSdk.Redis");

    private static readonly Histogram<double> CallDuration = Meter.CreateHistogram(
        "inbox.redis.call.duration", "s", "Duration of calls of the Redis server.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1] });

    // A quota that was collected is not observed.
    private static readonly List<WeakReference<SharedQuota>> Quotas = [];

    static RedisMetrics()
    {
        Meter.CreateObservableGauge("inbox.redis.outage", () => Observe(status => status.Outage.TotalSeconds), "s", "Time since the shared rate limit is not available; 0 if it is.");
        Meter.CreateObservableGauge("inbox.redis.processes", () => Observe(status => status.ProcessCount), "{process}", "Number of processes that share the rate limit, as of the last reply.");
    }

    public static void Observe(SharedQuota quota)
    {
        lock (Quotas)
        {
            Quotas.RemoveAll(known => !known.TryGetTarget(out _));
            Quotas.Add(new(quota));
        }
    }

    public static void Called(TimeSpan elapsed, string kind, string? failure)
    {
        if (!CallDuration.Enabled)
            return;
        var tags = new TagList { { "inbox.rate_limit.kind", kind } };
        if (failure is not null)
            tags.Add("error.type", failure);
        CallDuration.Record(elapsed.TotalSeconds, tags);
    }

    private static List<Measurement<double>> Observe(Func<QuotaSituation, double> value)
    {
        lock (Quotas)
        {
            return
            [
                .. Quotas.Select(known => known.TryGetTarget(out var quota) && !quota.IsDisposed ? quota : null).OfType<SharedQuota>().Select(quota => new Measurement<double>(
                    value(quota.Situation), new("inbox.rate_limit.kind", quota.KindName), new("inbox.rate_limit.name", quota.Name))),
            ];
        }
    }
}
