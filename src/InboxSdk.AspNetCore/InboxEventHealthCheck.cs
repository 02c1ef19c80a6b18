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
        if (status.IsStandby)
            return Task.FromResult(HealthCheckResult.Healthy("The event processor waits for the checkpoint, which another process has.", data));
        var failure = !status.IsRunning ? "The event processor does not run. The log has the reason."
            : behind > maxDelay ? "Events could not be read or handled for longer than the maximum delay. The log has the reason."
            : null;
        return Task.FromResult(failure is null
            ? HealthCheckResult.Healthy("Events are processed.", data)
            : new(context.Registration.FailureStatus, failure, exception: null, data));
    }

    private static void AddIfKnown<T>(Dictionary<string, object> data, string name, T? value)
        where T : struct
    {
        if (value is { } known)
            data.Add(name, known);
    }
}
