using InboxSdk.RateLimiting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides an extension method to check the health of shared rate limiters.</summary>
public static class InboxRedisHealthChecksBuilderExtensions
{
    private const string DefaultName = "inbox-redis";

    /// <summary>Adds a check that fails while a process cannot share its rate limit, because its Redis server does not respond or refuses its calls.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check. The default is <c>inbox-redis</c>, followed by a colon and the key if there is one.</param>
    /// <param name="failureStatus">The status to report for a failure. The default is <see cref="HealthStatus.Degraded"/>, because requests are still sent, unless
    /// <see cref="InboxSdk.RedisOutagePolicy.Refuse"/> is chosen.</param>
    /// <param name="tags">The tags of the check. The default is none.</param>
    /// <param name="serviceKey">The key of the client that was registered with <c>AddKeyedInboxClient</c>. The default is the client without a key.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>The data of the check contains the number of processes that share the limit (<c>processes</c>), the time since it is not shared (<c>outageSeconds</c>), and why
    /// (<c>reason</c>). The check sends nothing to the server. It succeeds if the client does not use the shared rate limiter, which has 0 processes then.</remarks>
    public static IHealthChecksBuilder AddInboxRedisRateLimiter(
        this IHealthChecksBuilder builder, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, string? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name ?? (serviceKey is null ? DefaultName : $"{DefaultName}:{serviceKey}"),
            provider => new RateLimiterHealthCheck(provider.GetKeyedService<RegisteredRateLimiter>(serviceKey ?? Options.Options.DefaultName) ?? throw new InvalidOperationException(
                "There is no shared rate limiter. Call AddRedisRateLimiter on the result of AddInboxClient, or of AddKeyedInboxClient with the same key.")),
            failureStatus ?? HealthStatus.Degraded,
            tags));
    }

    private sealed class RateLimiterHealthCheck(RegisteredRateLimiter registered) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var situations = registered.RateLimiter?.Quotas.Select(quota => quota.Situation).ToList() ?? [];
            var worst = situations.OrderByDescending(situation => situation.Outage).FirstOrDefault();
            var processCount = situations.Select(situation => situation.ProcessCount).DefaultIfEmpty().Max();
            var data = new Dictionary<string, object>
            {
                ["processes"] = processCount,
                ["outageSeconds"] = worst.Outage.TotalSeconds,
            };
            if (worst.Failure is not { } failure)
            {
                return Task.FromResult(HealthCheckResult.Healthy(
                    processCount > 0 ? "The rate limit is shared." : "The shared rate limiter was not used: the client has sent no request, or has another rate limiter or none.", data));
            }

            data["reason"] = failure.Reason;
            return Task.FromResult(new HealthCheckResult(
                context.Registration.FailureStatus, $"The rate limit is not shared ({failure.Reason}). {failure.Cure}.", exception: null, data));
        }
    }
}
