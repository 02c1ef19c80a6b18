using InboxSdk.Diagnostics;
using InboxSdk.Server;
using Microsoft.Extensions.Logging;

namespace InboxSdk.RateLimiting;

/// <summary>The outage of the shared state of a quota: since when, why, and when the next call is due. Not thread-safe. Times are those of <see cref="SharedQuota"/>.</summary>
internal sealed class QuotaOutage(SharedQuotaSettings settings)
{
    private const long RetryDelay = TimeSpan.TicksPerSecond;
    private const long SetupRetryDelay = TimeSpan.TicksPerMinute;

    private long? _since;

    /// <summary>Gets whether there is an outage: this process is alone.</summary>
    public bool IsActive => _since is not null;

    /// <summary>Gets whether requests are refused until it ends.</summary>
    public bool IsRefusing => IsActive && settings.OnOutage == RedisOutagePolicy.Refuse;

    /// <summary>Gets why the state is not available, or null if it is.</summary>
    public RedisFailure? Failure { get; private set; }

    /// <summary>Gets when the next call is due, unless <see cref="HasCall"/>.</summary>
    public long RetryAt { get; private set; }

    /// <summary>Gets or sets whether a call that timed out has not ended. No other call is made until then.</summary>
    public bool HasCall { get; set; }

    public TimeSpan Elapsed(long now) => _since is { } since ? TimeSpan.FromTicks(now - since) : TimeSpan.Zero;

    public void Begin(long now) => _since = now;

    public void End(long now)
    {
        var elapsed = Elapsed(now);
        settings.Logger.RedisRestored(settings.Description, elapsed);
        (_since, Failure) = (null, null);
    }

    /// <summary>Lets the next call be made at once.</summary>
    public void Retry(long now) => RetryAt = now;

    /// <summary>Schedules the next call after a failed one, and logs the outage: once, and again if it turns out that the setup is wrong.</summary>
    /// <param name="exception">The exception of the call.</param>
    /// <param name="now">The current time.</param>
    /// <param name="shares">The limits of this process, or null if requests fail.</param>
    public void Fail(Exception exception, long now, IEnumerable<QuotaWindow>? shares)
    {
        if (!IsActive)
            return;
        var failure = RedisFailure.Of(exception);
        RetryAt = now + (failure.IsSetup ? SetupRetryDelay : RetryDelay);
        if (Failure is { } known && (known.IsSetup || !failure.IsSetup))
            return;
        Failure = failure;
        if (!settings.Logger.IsEnabled(failure.IsSetup ? LogLevel.Error : LogLevel.Warning))
            return;
        var consequence = IsRefusing || shares is null ? "requests fail"
            : $"this process is limited to {string.Join(", ", shares.Select(share => $"{share.Limit:N0} in {share.Length}"))}";
        if (failure.IsSetup)
            settings.Logger.RedisMisconfigured(exception, settings.Description, failure.Reason, consequence, failure.Cure);
        else
            settings.Logger.RedisUnavailable(exception, settings.Description, failure.Reason, consequence, failure.Cure);
    }

    /// <summary>Creates the exception of a request that is refused.</summary>
    public InboxRateLimitException Refusal(long now)
    {
        var wait = TimeSpan.FromTicks(Math.Max(HasCall ? RetryDelay : 0, RetryAt - now));
        return new(
            $"The shared rate limit of {settings.Description} is not available ({Failure?.Reason}), and RedisRateLimiterOptions.OnOutage refuses requests until it is; it is retried in "
            + $"{Math.Ceiling(wait.TotalSeconds):0} s. {Failure?.Cure}.")
        {
            RetryAfter = wait,
        };
    }
}
