using System.Collections.Concurrent;
using System.Net;
using InboxSdk.Diagnostics;
using InboxSdk.Errors;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Http;

/// <summary>Holds back calls about an account that its messaging platform limits, for as long as the platform said. The team's quota knows nothing of it, and calls about
/// other accounts go on. One call after another finds out whether a long limit still holds, after <see cref="InboxRetryOptions.MaxRetryAfter"/> and then twice as late each
/// time.</summary>
internal sealed class AccountGates(InboxRetryOptions options, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan LeastProbeDelay = TimeSpan.FromSeconds(1);

    // Accounts that are limited, and threads and messages that are while their account is not known.
    private readonly ConcurrentDictionary<string, Limit> _limits = new(StringComparer.Ordinal);

    /// <summary>Which accounts threads and messages are of.</summary>
    public KnownAccounts Known { get; } = new();

    /// <summary>Waits until calls about the call's account may go again.</summary>
    /// <exception cref="InboxPlatformException">That would be longer than the call may take, or than any hint is waited for.</exception>
    public async ValueTask WaitAsync(InboxCall call, CancellationToken cancellationToken)
    {
        if (call.Operation.Account is not { } subject || _limits.IsEmpty)
            return;
        while (LimitOf(subject) is { } limit)
        {
            var wait = Left(limit);
            if (wait > options.MaxRetryAfter && limit.TryProbe(timeProvider.GetTimestamp()))
                return;
            if (wait >= call.Remaining || wait > options.MaxRetryAfter)
            {
                throw new InboxPlatformException(
                    $"{call.Operation.Name}: the messaging platform limits this account for another {wait.TotalSeconds:0.#} s. Try again then. {call.SentBefore}",
                    HttpStatusCode.TooManyRequests, InboxErrorCodes.PlatformRateLimited)
                {
                    RetryAfter = wait,
                };
            }

            // Timers count whole milliseconds: less than one would be no wait at all.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes note of a response to a call about an account.</summary>
    public void Observe(InboxCall call, HttpResponseMessage response)
    {
        if (call.Operation.Account is not { } subject)
            return;
        if (call.Error.Code != InboxErrorCodes.PlatformRateLimited)
        {
            // A call that went through while the account was thought to be limited found out that it is not.
            if (response.IsSuccessStatusCode && !_limits.IsEmpty && LimitOf(subject) is { IsProbed: true })
            {
                _limits.TryRemove(subject, out _);
                if (Known.Find(subject) is { } account)
                    _limits.TryRemove(account, out _);
            }

            return;
        }

        if (RetryAfterHeader.Read(response, call.Error, timeProvider) is not { } hint)
            return;
        // What has opened again is forgotten here, so that it stays as small as the trouble is.
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

    /// <summary>The longest limit that holds for what a call is about; null when there is none.</summary>
    private Limit? LimitOf(string subject)
    {
        var limit = Find(subject);
        return Known.Find(subject) is { } account && Find(account) is { } other && (limit is null || other.Until > limit.Until) ? other : limit;
    }

    private Limit? Find(string key) => _limits.TryGetValue(key, out var limit) && Left(limit) > TimeSpan.Zero ? limit : null;

    private TimeSpan Left(Limit limit) => timeProvider.GetElapsedTime(timeProvider.GetTimestamp(), limit.Until);

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * timeProvider.TimestampFrequency);

    /// <summary>Until when an account is limited, and when a call may find out. Times are timestamps of the clock.</summary>
    private sealed class Limit(long until, long probeAt, long probeDelay)
    {
        private long _probeAt = probeAt;
        private int _isProbed;

        public long Until { get; } = until;

        public long ProbeAt => Volatile.Read(ref _probeAt);

        public long ProbeDelay { get; } = probeDelay;

        public bool IsProbed => Volatile.Read(ref _isProbed) != 0;

        /// <summary>Takes the turn of finding out; the next one comes as much later, should this one not end it.</summary>
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
