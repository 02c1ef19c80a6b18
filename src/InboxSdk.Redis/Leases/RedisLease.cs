using InboxSdk.Diagnostics;
using InboxSdk.Server;

namespace InboxSdk.Leases;

/// <summary>A lease that this process holds on the server, and renews until it is disposed or lost.</summary>
internal sealed class RedisLease : IInboxLease
{
    // Those who wait ask again after this time at the latest, because a lease can be released early.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MinWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(250);

    private readonly LeaseClient _client;
    private readonly LeaseKeys _keys;
    private readonly LeaseUse _use;
    private readonly string _holder;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _released = new();
    private readonly ITimer _deadline;
    private readonly Task _renewing;
    private int _isDisposed;
    private volatile bool _isComplete;

    private RedisLease(LeaseClient client, LeaseKeys keys, LeaseUse use, string name, string holder, LeaseGrant grant)
    {
        (_client, _keys, _use, _holder) = (client, keys, use, holder);
        (Name, FencingToken, Value, Lost) = (name, grant.Number, grant.Value, _lost.Token);
        _deadline = client.TimeProvider.CreateTimer(static lease => ((RedisLease)lease!).Lose(), this, UntilLost(grant.SentAt), Timeout.InfiniteTimeSpan);
        _renewing = Task.Run(RenewAsync, CancellationToken.None);
    }

    public string Name { get; }

    public long FencingToken { get; }

    /// <summary>Gets the value that was last written under a lease of this name, or <see langword="null"/> if there is none.</summary>
    public long? Value { get; }

    public CancellationToken Lost { get; }

    /// <summary>Acquires a lease, and waits while another holder has it.</summary>
    /// <returns>The lease, or <see langword="null"/> if it ended for good.</returns>
    /// <exception cref="InboxLeaseException">The first call failed, or a later one failed for a reason that persists.</exception>
    public static async Task<RedisLease?> AcquireAsync(LeaseClient client, string kind, string name, LeaseUse use, CancellationToken cancellationToken)
    {
        var (keys, holder) = (client.Keys(kind, name), NewHolder());
        var hasResponded = false;
        var isWaiting = false;
        var isFailing = false;
        while (true)
        {
            var wait = MaxWait;
            try
            {
                var grant = await TryAcquireAsync(client, keys, holder, use, cancellationToken).ConfigureAwait(false);
                if (grant.State == LeaseState.Acquired)
                    return Begin(client, keys, use, name, holder, grant);
                if (grant.State == LeaseState.Complete)
                    return null;
                (hasResponded, isFailing) = (true, false);
                if (grant.Remaining < wait)
                    wait = grant.Remaining > MinWait ? grant.Remaining : MinWait;
                if (!isWaiting)
                    client.Logger.LeaseWaiting(name);
                isWaiting = true;
            }
            catch (Exception exception) when (RedisFailure.Is(exception))
            {
                var failure = RedisFailure.Of(exception);
                if (!hasResponded || failure.IsSetup)
                    throw Failed(name, exception);
                // Once per interruption.
                if (!isFailing)
                    client.Logger.LeaseUnavailable(exception, name, failure.Cure);
                isFailing = true;
            }

            await Task.Delay(wait, client.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Acquires a lease if no other holder has it. A call with the same holder repeats one whose reply was lost.</summary>
    /// <returns>The state, and the lease if it was acquired.</returns>
    /// <exception cref="Exception">The call failed: see <see cref="RedisFailure.Is"/>.</exception>
    public static async Task<(LeaseState State, RedisLease? Lease)> TryAcquireAsync(
        LeaseClient client, string kind, string name, string holder, LeaseUse use, CancellationToken cancellationToken)
    {
        var keys = client.Keys(kind, name);
        var grant = await TryAcquireAsync(client, keys, holder, use, cancellationToken).ConfigureAwait(false);
        return (grant.State, grant.State == LeaseState.Acquired ? Begin(client, keys, use, name, holder, grant) : null);
    }

    /// <summary>Creates the exception for a lease that could not be acquired.</summary>
    public static InboxLeaseException Failed(string name, Exception cause)
    {
        var failure = RedisFailure.Of(cause);
        return new($"The lease '{name}' could not be acquired. {failure.Cure}.", cause) { IsTransient = !failure.IsSetup };
    }

    /// <summary>Writes a value under the lease.</summary>
    /// <exception cref="InboxLeaseLostException">The lease is lost, and the value was not written.</exception>
    /// <exception cref="Exception">The call failed: see <see cref="RedisFailure.Is"/>.</exception>
    public async Task WriteAsync(long value, CancellationToken cancellationToken)
    {
        ThrowIfLost();
        if (!await _client.WriteAsync(_keys, FencingToken, value, _use, cancellationToken).ConfigureAwait(false))
            throw Rejected();
    }

    /// <summary>Writes a value that is true also if the lease was lost in the meantime, and ends the lease for good.</summary>
    /// <exception cref="Exception">The call failed: see <see cref="RedisFailure.Is"/>.</exception>
    public async Task CompleteAsync(long value, CancellationToken cancellationToken)
    {
        await _client.WriteAsync(_keys, number: null, value, _use, cancellationToken).ConfigureAwait(false);
        _isComplete = true;
    }

    /// <summary>Appends records to the log under the lease. A repeated call stores them once.</summary>
    /// <returns>False if the log does not have the expected length.</returns>
    /// <exception cref="InboxLeaseLostException">The lease is lost, and the records were not appended.</exception>
    /// <exception cref="Exception">The call failed: see <see cref="RedisFailure.Is"/>.</exception>
    public async Task<bool> AppendAsync(long expectedLength, IReadOnlyList<string> records, CancellationToken cancellationToken)
    {
        ThrowIfLost();
        var state = await _client.AppendAsync(_keys, FencingToken, expectedLength, _use, records, cancellationToken).ConfigureAwait(false);
        return state == 0 ? throw Rejected() : state == 1;
    }

    /// <summary>Retries a call as long as the lease lasts, so that a short interruption of the server does not end a run of hours.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failed">Creates the exception for a fault of the setup, from its cure and the exception of the call.</param>
    /// <param name="cancellationToken">Cancels the call and the retries.</param>
    /// <exception cref="InboxLeaseLostException">The lease is lost.</exception>
    public async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> call, Func<string, Exception, Exception> failed, CancellationToken cancellationToken)
    {
        while (true)
        {
            ThrowIfLost();
            try
            {
                return await call(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (RedisFailure.Is(exception))
            {
                var failure = RedisFailure.Of(exception);
                if (failure.IsSetup)
                    throw failed(failure.Cure, exception);
            }

            await Task.Delay(RetryInterval, _client.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        await _released.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        await _deadline.DisposeAsync().ConfigureAwait(false);
        if (!_isComplete)
            await ReleaseAsync(_client, _keys, _holder).ConfigureAwait(false);
        _released.Dispose();
    }

    /// <summary>Creates a name for the holder of a lease.</summary>
    public static string NewHolder() => Guid.NewGuid().ToString("N");

    private static async Task<LeaseGrant> TryAcquireAsync(LeaseClient client, LeaseKeys keys, string holder, LeaseUse use, CancellationToken cancellationToken)
    {
        try
        {
            return await client.TryAcquireAsync(keys, holder, use, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server may execute the call all the same. Not awaited: the caller has cancelled.
            _ = ReleaseAsync(client, keys, holder);
            throw;
        }
    }

    private static RedisLease Begin(LeaseClient client, LeaseKeys keys, LeaseUse use, string name, string holder, LeaseGrant grant)
    {
        // Not for each event that is claimed.
        if (!use.IsOnce)
            client.Logger.LeaseAcquired(name, grant.Number);
        return new(client, keys, use, name, holder, grant);
    }

    private static async Task ReleaseAsync(LeaseClient client, LeaseKeys keys, string holder)
    {
        try
        {
            await client.ReleaseAsync(keys, holder, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFailure.Is(exception))
        {
            // It ends by itself.
            client.Logger.LeaseNotReleased(exception, keys.Name, RedisFailure.Of(exception).Cure);
        }
    }

    private async Task RenewAsync()
    {
        var interval = _client.Duration / 3;
        var isFailing = false;
        try
        {
            while (true)
            {
                await Task.Delay(isFailing ? interval / 5 : interval, _client.TimeProvider, _released.Token).ConfigureAwait(false);
                var sentAt = _client.TimeProvider.GetTimestamp();
                try
                {
                    if (!await _client.RenewAsync(_keys, FencingToken, _use, _released.Token).ConfigureAwait(false))
                    {
                        Lose();
                        return;
                    }

                    _deadline.Change(UntilLost(sentAt), Timeout.InfiniteTimeSpan);
                    isFailing = false;
                }
                catch (Exception exception) when (RedisFailure.Is(exception))
                {
                    // Once per interruption.
                    if (!isFailing)
                        _client.Logger.LeaseNotRenewed(exception, Name, RedisFailure.Of(exception).Cure);
                    isFailing = true;
                }

                if (_lost.IsCancellationRequested)
                    return;
            }
        }
        catch (OperationCanceledException) when (_released.IsCancellationRequested)
        {
            // Disposed.
        }
    }

    // Counted from before the call, so that it is before the end on the server; a tenth earlier, so that what is cancelled has time to end.
    private TimeSpan UntilLost(long sentAt)
    {
        var remaining = (_client.Duration * 0.9) - _client.TimeProvider.GetElapsedTime(sentAt);
        return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
    }

    private void Lose()
    {
        if (_lost.IsCancellationRequested || Volatile.Read(ref _isDisposed) == 1)
            return;
        _client.Logger.LeaseLost(Name);
        // The registered callbacks run on the thread pool: those of the application must not end the renewal, or the timer's thread.
        _ = _lost.CancelAsync();
    }

    private InboxLeaseLostException Rejected()
    {
        Lose();
        return LostException();
    }

    private void ThrowIfLost()
    {
        if (_lost.IsCancellationRequested)
            throw LostException();
    }

    /// <summary>Creates the exception of work that stops because the lease is lost.</summary>
    public InboxLeaseLostException LostException() =>
        new($"The lease '{Name}' was lost: it could not be renewed in time, or another process has acquired it. Start the work again: it waits for the lease.");
}
