using System.Diagnostics.Metrics;

namespace InboxSdk.Webhooks;

/// <summary>The metrics of deliveries, on the meter <c>InboxSdk.AspNetCore</c>. No tag contains an id, a signature or data of an event.</summary>
internal static class WebhookTelemetry
{
    private static readonly Meter Meter = new("InboxSdk.AspNetCore");

    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>(
        "inbox.webhooks.deliveries", "{delivery}", "Number of webhook deliveries, by the status of the response and, if rejected, the reason.");

    public static void Responded(int statusCode, string? reason)
    {
        if (!Deliveries.Enabled)
            return;
        if (reason is null)
            Deliveries.Add(1, new KeyValuePair<string, object?>("http.response.status_code", statusCode));
        else
            Deliveries.Add(1, new("http.response.status_code", statusCode), new("error.type", reason));
    }
}
