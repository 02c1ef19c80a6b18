using System.Diagnostics.Metrics;

namespace InboxSdk.Diagnostics;

/// <summary>Every metric the SDK measures, on the meter <c>InboxSdk</c>. No label holds an id, a token or anything personal.</summary>
internal static class Metrics
{
    private static readonly Meter Meter = new("InboxSdk");

    private static readonly Histogram<double> PermitWait = Meter.CreateHistogram<double>(
        "inbox.client.permit.wait", "s", "How long requests waited for the quota; those that need not wait are not counted.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "inbox.client.retries", "{request}", "Requests that were sent again, by what had failed.");

    public static void PermitWaited(QuotaKind kind, QuotaPriority priority, TimeSpan waited)
    {
        if (PermitWait.Enabled)
            PermitWait.Record(waited.TotalSeconds, new("inbox.quota.kind", Name(kind)), new("inbox.quota.priority", Name(priority)));
    }

    public static void Retried(string operation, string reason)
    {
        if (Retries.Enabled)
            Retries.Add(1, new("inbox.operation", operation), new("error.type", reason));
    }

    private static string Name(QuotaKind kind) => kind == QuotaKind.Read ? "read" : "write";

    private static string Name(QuotaPriority priority) => priority == QuotaPriority.Bulk ? "bulk" : "interactive";
}
