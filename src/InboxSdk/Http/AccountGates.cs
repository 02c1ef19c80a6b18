using System.Collections.Concurrent;
using System.Net;
using InboxSdk.Errors;

namespace InboxSdk.Http;

/// <summary>Holds back calls about an account that its messaging platform limits, for as long as the platform said. The team's quota knows nothing of it, and calls about
/// other accounts go on.</summary>
internal sealed class AccountGates(InboxRetryOptions options, TimeProvider timeProvider)
{
    // Accounts that are limited, and threads and messages that are while their account is not known.
    private readonly ConcurrentDictionary<string, long> _closedUntil = new(StringComparer.Ordinal);

    /// <summary>Which accounts threads and messages are of.</summary>
    public KnownAccounts Known { get; } = new();

    /// <summary>Waits until calls about the call's account may go again.</summary>
    /// <exception cref="InboxPlatformException">That would be longer than the call may take, or than any hint is waited for.</exception>
    public async ValueTask WaitAsync(InboxCall call, CancellationToken cancellationToken)
    {
        if (call.Operation.Account is not { } subject || _closedUntil.IsEmpty)
            return;
        while (true)
        {
            var wait = Wait(subject);
            if (Known.Find(subject) is { } account && Wait(account) is var longer && longer > wait)
                wait = longer;
            if (wait <= TimeSpan.Zero)
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

    /// <summary>Takes note of an answer to a call about an account.</summary>
    public void Observe(InboxCall call, HttpResponseMessage response)
    {
        if (call.Operation.Account is not { } subject || call.Error.Code != InboxErrorCodes.PlatformRateLimited)
            return;
        if (RetryAfterHeader.Read(response, call.Error, timeProvider) is not { } hint)
            return;
        // What has opened again is forgotten here, so that it stays as small as the trouble is.
        foreach (var (other, until) in _closedUntil)
        {
            if (Wait(other) <= TimeSpan.Zero)
                _closedUntil.TryRemove(new(other, until));
        }

        var closedUntil = timeProvider.GetTimestamp() + (long)(hint.TotalSeconds * timeProvider.TimestampFrequency);
        _closedUntil.AddOrUpdate(Known.Find(subject) ?? subject, closedUntil, (_, before) => Math.Max(before, closedUntil));
    }

    private TimeSpan Wait(string key) =>
        _closedUntil.TryGetValue(key, out var until) ? timeProvider.GetElapsedTime(timeProvider.GetTimestamp(), until) : TimeSpan.Zero;
}
