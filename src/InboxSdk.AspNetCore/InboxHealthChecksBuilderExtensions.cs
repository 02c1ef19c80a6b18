using InboxSdk.Webhooks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides an extension method to check the health of event processors.</summary>
public static class InboxHealthChecksBuilderExtensions
{
    private const string DefaultName = "inbox-events";
    private static readonly TimeSpan DefaultMaxDelay = TimeSpan.FromMinutes(5);

    /// <summary>Adds a check that fails if the event processor does not run, or if events wait or cannot be read, or the checkpoint cannot be opened, for too
    /// long. It succeeds while another process has the checkpoint.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check. The default is <c>inbox-events</c>, followed by a colon and the key if there is one.</param>
    /// <param name="failureStatus">The status to report for a failure. The default is <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">The tags of the check. The default is none.</param>
    /// <param name="serviceKey">The key of the client that was registered with <c>AddKeyedInboxClient</c>. The default is the client without a key.</param>
    /// <param name="maxDelay">The maximum time since which events wait or cannot be read, or the checkpoint cannot be opened, greater than zero. The default is 5 minutes.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxDelay"/> is not greater than zero.</exception>
    /// <remarks>The data of the check contains the number of pending events (<c>pending</c>), the time since which they wait (<c>behindSeconds</c>), the position (<c>seq</c>), and the
    /// times of the last event (<c>eventCreatedAt</c>), the last complete read (<c>readAt</c>) and the last verified delivery of a webhook (<c>webhookAt</c>).</remarks>
    public static IHealthChecksBuilder AddInboxEvents(
        this IHealthChecksBuilder builder, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, string? serviceKey = null, TimeSpan? maxDelay = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var delay = maxDelay ?? DefaultMaxDelay;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero, nameof(maxDelay));
        return builder.Add(new HealthCheckRegistration(
            name ?? (serviceKey is null ? DefaultName : $"{DefaultName}:{serviceKey}"),
            provider =>
            {
                var registered = provider.GetKeyedService<RegisteredProcessor>(serviceKey ?? Options.Options.DefaultName) ?? throw new InvalidOperationException(
                    "There is no event processor. Call AddInboxEvents on the result of AddInboxClient, or of AddKeyedInboxClient with the same key.");
                return new InboxEventHealthCheck(registered.Processor, registered.TimeProvider, delay);
            },
            failureStatus,
            tags));
    }
}
