using System.Collections.Concurrent;
using System.Net;
using InboxSdk.Diagnostics;
using InboxSdk.Errors;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Pipeline;

/// <summary>Delays calls for an account that its messaging platform limits, for as long as the platform requests. This is independent of the team's rate limit, and calls for
/// other accounts are not affected. Under a long limit, single calls probe whether it still applies: after <see cref="InboxRetryOptions.MaxRetryAfter"/>, and then at twice the
/// delay each time.</summary>
internal sealed class AccountLimits(InboxRetryOptions options, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan LeastProbeDelay = TimeSpan.FromSeconds(1);

    // Limited accounts, and limited threads and messages whose account is not known.
    private readonly ConcurrentDictionary<string, Limit> _limits = new(StringComparer.Ordinal);

    /// <summary>The accounts of threads and messages.</summary>
    public KnownAccounts Known { get; } = new();

    /// <summary>Waits until calls for the account of a call are allowed.</summary>
    /// <exception cref="InboxPlatformException">The wait would exceed the deadline of the call or the longest <c>Retry-After</c>.</exception>
    public ValueTask WaitAsync(InboxCall call, CancellationToken cancellationToken) =>
        call.Operation.Account is { } subject && !_limits.IsEmpty ? WaitAsync(subject, call, cancellationToken) : default;

    private async ValueTask WaitAsync(string subject, InboxCall call, CancellationToken cancellationToken)
    {
        while (LimitOf(subject) is { } limit)
        {
            var wait = Left(limit);
            if (wait > options.MaxRetryAfter && limit.TryProbe(timeProvider.GetTimestamp()))
                return;
            if (wait >= call.Remaining || wait > options.MaxRetryAfter)
            {
                throw new InboxPlatformException(
                    $"{call.Operation.Name}: the messaging platform limits this account for another {wait.TotalSeconds:0.#} s. Retry after that. {call.SentBefore}",
                    HttpStatusCode.TooManyRequests, InboxErrorCodes.PlatformRateLimited)
                {
                    RetryAfter = wait,
                };
            }

            // Timers have millisecond resolution: less than one would be no delay.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Observes the response to a call for an account.</summary>
    public void Observe(InboxCall call, HttpResponseMessage response)
    {
        if (call.Operation.Account is not { } subject)
            return;
        if (call.Error.Code != InboxErrorCodes.PlatformRateLimited)
        {
            // A call that succeeded while the account was considered limited proves that it is not.
            if (response.IsSuccessStatusCode && !_limits.IsEmpty && LimitOf(subject) is { IsProbed: true })
            {
                _limits.TryRemove(subject, out _);
                if (Known.Find(subject) is { } account)
                    _limits.TryRemove(account, out _);
            }

            return;
        }

        if (RetryAfterHeader.Read(response, call.Error, timeProvider) is { } hint)
            Add(subject, hint);
    }

    private void Add(string subject, TimeSpan hint)
    {
        // Expired limits are removed here, so that the dictionary stays small.
        foreach (var (other, limit) in _limits)
        {
            if (Left(limit) <= TimeSpan.Zero)
                _limits.TryRemove(new(other, limit));
        }

        var now = timeProvider.GetTimestamp();
        var until = now + Ticks(hint);
        var firstProbe = options.MaxRetryAfter > LeastProbeDelay ? options.MaxRetryAfter : LeastProbeDelay;
        _limits.AddOrUpdate(
            Known.Find(subject) ?? subject,
            _ => new(until, now + Ticks(firstProbe), Ticks(firstProbe)),
            (_, before) => before.IsProbed
                ? new(until, now + (before.ProbeDelay * 2), before.ProbeDelay * 2)
                : new(Math.Max(before.Until, until), before.ProbeAt, before.ProbeDelay));
        var limitedUntil = timeProvider.GetUtcNow() + hint;
        logger.AccountLimited(limitedUntil);
    }

    /// <summary>Returns the longest limit that applies to the subject of a call, or null if there is none.</summary>
    private Limit? LimitOf(string subject)
    {
        var limit = Find(subject);
        return Known.Find(subject) is { } account && Find(account) is { } other && (limit is null || other.Until > limit.Until) ? other : limit;
    }

    private Limit? Find(string key) => _limits.TryGetValue(key, out var limit) && Left(limit) > TimeSpan.Zero ? limit : null;

    private TimeSpan Left(Limit limit) => timeProvider.GetElapsedTime(timeProvider.GetTimestamp(), limit.Until);

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * timeProvider.TimestampFrequency);

    /// <summary>The end of an account's limit, and when a call can probe it. Times are timestamps of the clock.</summary>
    private sealed class Limit(long until, long probeAt, long probeDelay)
    {
        private long _probeAt = probeAt;
        private int _isProbed;

        public long Until { get; } = until;

        public long ProbeAt => Volatile.Read(ref _probeAt);

        public long ProbeDelay { get; } = probeDelay;

        public bool IsProbed => Volatile.Read(ref _isProbed) != 0;

        /// <summary>Claims the next probe, and schedules the one after it in case this one does not end the limit.</summary>
        public bool TryProbe(long now)
        {
            var at = ProbeAt;
            if (now < at || Interlocked.CompareExchange(ref _probeAt, now + ProbeDelay, at) != at)
                return false;
            Volatile.Write(ref _isProbed, 1);
            return true;
        }
    }
}
