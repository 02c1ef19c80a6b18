using InboxSdk.V2;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InboxSdk.Webhooks;

/// <summary>Reports the status of an event processor.</summary>
internal sealed class InboxEventHealthCheck(InboxEventProcessor processor, TimeProvider timeProvider, TimeSpan maxDelay) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = processor.Status;
        var behind = status.BehindSince is { } since ? timeProvider.GetUtcNow() - since : TimeSpan.Zero;
        var data = new Dictionary<string, object>
        {
            ["pending"] = status.PendingCount,
            ["behindSeconds"] = Math.Max(0, behind.TotalSeconds),
        };
        AddIfKnown(data, "seq", status.Seq);
        AddIfKnown(data, "eventCreatedAt", status.EventCreatedAt);
        AddIfKnown(data, "readAt", status.ReadAt);
        AddIfKnown(data, "webhookAt", status.WokenAt);
        var failure = !status.IsRunning ? "The event processor does not run. The log has the reason."
            : behind <= maxDelay ? null
            : status.IsStandby ? "The checkpoint of the event processor could not be opened for longer than the maximum delay. The log has the reason."
            : "Events could not be read or handled for longer than the maximum delay. The log has the reason.";
        return Task.FromResult(failure is null
            ? HealthCheckResult.Healthy(Describe(status), data)
            : new(context.Registration.FailureStatus, failure, exception: null, data));
    }

    private static string Describe(EventProcessorStatus status) =>
        !status.IsStandby ? "Events are processed."
        : status.BehindSince is null ? "The event processor waits for the checkpoint, which another process has."
        : "The event processor retries to open the checkpoint. The log has the reason.";

    private static void AddIfKnown<T>(Dictionary<string, object> data, string name, T? value)
        where T : struct
    {
        if (value is { } known)
            data.Add(name, known);
    }
}
