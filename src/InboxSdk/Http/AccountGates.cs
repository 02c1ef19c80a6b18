using System.Collections.Concurrent;
using System.Net;
using InboxSdk.Errors;

namespace InboxSdk.Http;

/// <summary>Holds back calls about an account that its messaging platform limits, for as long as the platform said. The team's quota knows nothing of it, and calls about
/// other accounts go on.</summary>
internal sealed class AccountGates(InboxRetryOptions options, TimeProvider timeProvider)
{
    // Only accounts that are limited right now stand in it, so it stays as small as the trouble is.
    private readonly ConcurrentDictionary<string, long> _closedUntil = new(StringComparer.Ordinal);

    /// <summary>Waits until calls about the call's account may go again.</summary>
    /// <exception cref="InboxPlatformException">That would be longer than the call may take, or than any hint is waited for.</exception>
    public async ValueTask WaitAsync(InboxCall call, CancellationToken cancellationToken)
    {
        if (call.Operation.Account is not { } account)
            return;
        while (_closedUntil.TryGetValue(account, out var until))
        {
            var wait = timeProvider.GetElapsedTime(timeProvider.GetTimestamp(), until);
            if (wait <= TimeSpan.Zero)
            {
                _closedUntil.TryRemove(new(account, until));
                return;
            }

            if (wait >= call.Remaining || wait > options.MaxRetryAfter)
            {
                throw new InboxPlatformException(
                    $"{call.Operation.Name}: the messaging platform limits this account for another {wait.TotalSeconds:0.#} s. Nothing was sent. Try again then.",
                    HttpStatusCode.TooManyRequests, ErrorCodes.PlatformRateLimited)
                {
                    RetryAfter = wait,
                    Attempts = call.Attempts,
                };
            }

            // Timers count whole milliseconds: less than one would be no wait at all.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes note of an answer to a call about an account.</summary>
    public void Observe(InboxCall call, HttpResponseMessage response)
    {
        if (call.Operation.Account is not { } account || call.Error.Code != ErrorCodes.PlatformRateLimited)
            return;
        if (RetryAfterHeader.Read(response, call.Error, timeProvider) is not { } hint)
            return;
        var until = timeProvider.GetTimestamp() + (long)(hint.TotalSeconds * timeProvider.TimestampFrequency);
        _closedUntil.AddOrUpdate(account, until, (_, before) => Math.Max(before, until));
    }
}
