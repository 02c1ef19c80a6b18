using InboxSdk.Diagnostics;
using InboxSdk.Server;
using Microsoft.Extensions.Logging;

namespace InboxSdk.RateLimiting;

/// <summary>Limits the requests that count against one quota, together with other processes: reports what this process did to the shared state, and requests the permits that its
/// requests wait for. While the state is not available, it limits them to the process's share.</summary>
/// <remarks>At most one call is in flight. Its reply serves all requests that waited for it, and it reports all requests that were completed since the call before. Times are ticks
/// of 100 ns since an arbitrary origin.</remarks>
internal sealed class SharedQuota : IDisposable
{
    /// <summary>The maximum duration of a call, after which the process limits its requests alone.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(1);

    private const int MaxBatch = 64;

    // For a completed request if no other call reports it.
    private const long ReportDelay = 250 * TimeSpan.TicksPerMillisecond;

    // If the next permit depends on the requests of other processes in flight.
    private const long PollDelay = 50 * TimeSpan.TicksPerMillisecond;

    // Concurrent requests share a call.
    private const long LongestBatchDelay = 10 * TimeSpan.TicksPerMillisecond;

    // A process with work calls at least this often, so that the others recognize when it is alone: well within CallTimeout.
    private static readonly long BusyDelay = CallTimeout.Ticks / 2;

    private readonly object _lock = new();
    private readonly SharedQuotaSettings _settings;
    private readonly QuotaScript _script;
    private readonly long _origin;
    private readonly long _batchDelay;
    private readonly ITimer _timer;
    private readonly WaiterQueue _interactive = new(RateLimitPriority.Interactive);
    private readonly WaiterQueue _bulk = new(RateLimitPriority.Bulk);
    private readonly ProcessUsage _usage;
    private readonly QuotaOutage _outage;
    private int _heldCount;

    // The shared state as of the last reply.
    private QuotaReply? _last;
    private long _lastReplyAt;
    private long _epoch;
    private long _lastCallAt = long.MinValue;
    private long _lastRepliedCallAt;
    private long _reportAt = long.MaxValue;
    private bool _isCalling;
    private Task _calls = Task.CompletedTask;
    private bool _isDisposed;

    // While the state is not available, and then until all processes have reported what they sent alone.
    private LocalQuota? _local;
    private long _localUntil = long.MaxValue;

    public SharedQuota(SharedQuotaSettings settings, QuotaScript script)
    {
        (_settings, _script) = (settings, script);
        _origin = settings.TimeProvider.GetTimestamp();
        _usage = new(settings.Windows, settings.LongestPause);
        _outage = new(settings);
        _batchDelay = Math.Min(LongestBatchDelay, settings.Windows[0].Length.Ticks / 500);
        _timer = settings.TimeProvider.CreateTimer(static quota => ((SharedQuota)quota!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        RedisMetrics.Observe(this);
    }

    /// <summary>Gets the name of the quota.</summary>
    public string Name => _settings.Name;

    /// <summary>Gets the name of the requests that count against the quota, for metrics.</summary>
    public string KindName => _settings.KindName;

    public bool IsDisposed
    {
        get
        {
            lock (_lock)
                return _isDisposed;
        }
    }

    public QuotaSituation Situation
    {
        get
        {
            lock (_lock)
                return new(_outage.Elapsed(Now), _outage.Failure, _last?.ProcessCount ?? 0);
        }
    }

    // Processes that have not returned by then have ended.
    private long LongestReturn => 2 * _settings.Lease.Ticks;

    private long Now => _settings.TimeProvider.GetElapsedTime(_origin).Ticks;

    public ValueTask<InboxPermit> AcquireAsync(InboxPermitRequest request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<InboxPermit>(cancellationToken);
        WaiterQueue.Waiter waiter;
        bool isCallDue;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(RedisRateLimiter));
            var now = Now;
            waiter = (request.Priority == RateLimitPriority.Interactive ? _interactive : _bulk)
                .Add(request.MaxWait >= TimeSpan.MaxValue - TimeSpan.FromTicks(now) ? long.MaxValue : now + request.MaxWait.Ticks);
            isCallDue = Advance(now);
        }

        if (isCallDue)
            _calls = MakeCallsAsync();
        return waiter.Task.IsCompletedSuccessfully ? new(new Permit(this)) : new(WaitAsync(waiter, cancellationToken));
    }

    public IEnumerable<RateLimitWindowSnapshot> Snapshot()
    {
        lock (_lock)
        {
            var now = Now;
            var paused = _last is { PausedFor: var pause } ? TimeSpan.FromTicks(Math.Max(0, pause.Ticks - (now - _lastReplyAt))) : TimeSpan.Zero;
            var first = First();
            return
            [
                .. _settings.Windows.Select((window, i) => new RateLimitWindowSnapshot
                {
                    Kind = _settings.Kind,
                    Length = window.Length,
                    Limit = _usage.Limits[i],
                    Used = (_last is null ? _usage.CompletedCount(i) : _last.Used[i] + Math.Max(0, _last.InFlightCount - _heldCount)) + _heldCount,
                    NextPermit = TimeSpan.FromTicks(Math.Max(0, EarliestAt(now, _interactive, _interactive.Count) - now)),
                    WaitingCount = _interactive.Count + _bulk.Count,
                    WaitEnds = first is null ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Max(0, EarliestAt(now, first, ahead: 0) - now)),
                    PausedFor = paused,
                }),
            ];
        }
    }

    /// <summary>Stops all waits and calls.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            _timer.Dispose();
            _interactive.FailAll(() => new ObjectDisposedException(nameof(RedisRateLimiter)));
            _bulk.FailAll(() => new ObjectDisposedException(nameof(RedisRateLimiter)));
        }
    }

    /// <summary>Stops all waits, and reports the completed requests.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsDisposed)
            return;
        Dispose();
        // A call in flight ends within its timeout.
        await _calls.ConfigureAwait(false);
        QuotaCall call;
        lock (_lock)
        {
            if (_outage.IsActive || _last is null)
                return;
            call = NextCall(Now) with { Lease = TimeSpan.Zero };
        }

        try
        {
            await _script.EvaluateAsync(call, Now).WaitAsync(CallTimeout, _settings.TimeProvider).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var failure = RedisFailure.Of(exception);
            _settings.Logger.RedisUnavailable(exception, _settings.Description, failure.Reason, "the last requests of this process count as of the end of its lease", failure.Cure);
        }
    }

    private async Task<InboxPermit> WaitAsync(WaiterQueue.Waiter waiter, CancellationToken cancellationToken)
    {
        var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (quota, waiter) = ((SharedQuota, WaiterQueue.Waiter))state!;
                lock (quota._lock)
                    waiter.Remove();
                // If it was permitted in the meantime, the permit remains and the request itself is cancelled.
                waiter.TrySetCanceled(token);
            },
            (this, waiter));
        await using (registration.ConfigureAwait(false))
            await waiter.Task.ConfigureAwait(false);
        return new Permit(this);
    }

    private void Complete(InboxPermitResult result)
    {
        bool isCallDue;
        lock (_lock)
        {
            var now = Now;
            _heldCount--;
            _reportAt = Math.Min(_reportAt, now + ReportDelay);
            _interactive.Completed();
            _bulk.Completed();
            if (result.Outcome != InboxPermitOutcome.NotSent)
                Count(result, now);
            isCallDue = Advance(now);
        }

        if (isCallDue)
            _calls = MakeCallsAsync();
    }

    private void Count(InboxPermitResult result, long now)
    {
        var pausedUntil = _usage.Complete(result, now);
        _local?.Completed(now, pausedUntil is { } until ? Math.Min(until, now + _settings.LongestPause.Ticks) : null);
        if (pausedUntil is not null)
            _reportAt = now;
    }

    private void OnTimer()
    {
        bool isCallDue;
        lock (_lock)
            isCallDue = Advance(Now);
        if (isCallDue)
            _calls = MakeCallsAsync();
    }

    /// <summary>Serves the waiting requests as far as possible without a call, and schedules the rest.</summary>
    /// <returns>Whether the caller must start <see cref="MakeCallsAsync"/>, outside of the lock.</returns>
    private bool Advance(long now)
    {
        if (_isDisposed)
            return false;
        if (!_outage.IsActive && now >= _localUntil)
            EndLocalLimits();
        if (_outage.IsActive)
            PermitAlone(now);
        FailExpired(now);
        var callAt = _isCalling ? long.MaxValue : CallDueAt(now);
        if (callAt <= now)
            return _isCalling = true;
        if (_outage is { IsActive: true, IsRefusing: false } && _local is not null && First() is { } first)
            callAt = Math.Min(callAt, _local.NextAt(now, _heldCount, first.Priority));
        // Timers have millisecond resolution: rounded up, so that they do not fire too early.
        _timer.Change(
            callAt == long.MaxValue ? Timeout.InfiniteTimeSpan
            : TimeSpan.FromMilliseconds(Math.Clamp((callAt - now + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond, 1, int.MaxValue)),
            Timeout.InfiniteTimeSpan);
        return false;
    }

    private void PermitAlone(long now)
    {
        while (!_outage.IsRefusing && _local is not null && First() is { } queue && _local.NextAt(now, _heldCount, queue.Priority) <= now)
            PermitFirst(queue, now);
    }

    private void PermitFirst(WaiterQueue queue, long now)
    {
        _local?.Permitted(now, _heldCount);
        _heldCount++;
        queue.Permit();
    }

    private long CallDueAt(long now)
    {
        if (_outage.IsActive)
            return _outage.HasCall ? long.MaxValue : _outage.RetryAt;
        var due = Math.Min(_interactive.Count > 0 ? _interactive.NextAt : long.MaxValue, _bulk.Count > 0 ? _bulk.NextAt : long.MaxValue);
        if (due < long.MaxValue && _heldCount > 0)
            due = Math.Max(due, _lastCallAt + _batchDelay);
        due = Math.Min(due, _reportAt);
        if (_heldCount > 0 || First() is not null)
            return Math.Min(due, _lastCallAt + BusyDelay);
        // A state that was lost must be restored soon.
        return _usage.HasHistory(now) ? Math.Min(due, _lastCallAt + (_settings.Lease.Ticks * 2 / 3)) : due;
    }

    // Calls as long as calls are due. Never throws.
    private async Task MakeCallsAsync()
    {
        while (true)
        {
            QuotaCall call;
            lock (_lock)
            {
                var now = Now;
                _isCalling = false;
                if (!Advance(now))
                    return;
                call = NextCall(now);
            }

            var startedAt = Now;
            (call, var reply, var exception) = await CallAsync(call, startedAt).ConfigureAwait(false);
            RedisMetrics.Called(TimeSpan.FromTicks(Now - startedAt), _settings.KindName, exception is null ? null : RedisFailure.Of(exception).Reason);
            lock (_lock)
            {
                if (exception is null)
                    Apply(reply!, startedAt, Now);
                else
                    Fail(call, exception, Now);
            }
        }
    }

    private QuotaCall NextCall(long now)
    {
        // The first call only asks for the clock of the server, without which it is not known when a call was made.
        var (interactive, bulk) = !_outage.IsActive && _last is not null ? (Math.Min(MaxBatch, _interactive.Count), Math.Min(MaxBatch, _bulk.Count)) : (0, 0);
        bulk = Math.Min(bulk, MaxBatch - interactive);
        if (_local is not null)
        {
            interactive = LocalRoom(now, 0, interactive, RateLimitPriority.Interactive);
            bulk = LocalRoom(now, interactive, bulk, RateLimitPriority.Bulk);
        }

        _lastCallAt = now;
        _reportAt = long.MaxValue;
        return _usage.Report(new()
        {
            Epoch = _epoch,
            MadeAt = _last is null ? 0 : _last.ServerTime + ((now - _lastReplyAt) / TimeSpan.TicksPerMillisecond),
            KnownProcessCount = _last?.ProcessCount ?? 0,
            HeldCount = _heldCount,
            IsAlone = _outage.IsActive,
            InteractiveCount = interactive,
            BulkCount = bulk,
            Limits = [.. _usage.Limits],
            Lease = _settings.Lease,
            // The first call of a process needs no second one.
            History = _epoch == 0 && !_usage.HasHistory(now) ? _settings.Windows.Select(_ => (IReadOnlyList<UsageStep>)[]).ToList() : null,
        });
    }

    private int LocalRoom(long now, int ahead, int wanted, RateLimitPriority priority)
    {
        var count = 0;
        while (count < wanted && _local!.NextAt(now, _heldCount + ahead + count, priority) <= now)
            count++;
        return count;
    }

    // Returns the call with everything it reported, and its reply or why there was none.
    private async Task<(QuotaCall Call, QuotaReply? Reply, Exception? Exception)> CallAsync(QuotaCall call, long startedAt)
    {
        try
        {
            while (true)
            {
                var evaluation = _script.EvaluateAsync(call, Now);
                var reply = await WithinTimeoutAsync(evaluation, startedAt).ConfigureAwait(false);
                switch (reply.Status)
                {
                    case QuotaStatus.Granted:
                        return (call, reply, null);
                    case QuotaStatus.Unknown:
                        lock (_lock)
                            call = WithHistory(call, reply, Now);
                        break;
                    case QuotaStatus.Busy:
                        // 1 to 4 ms.
                        await Task.Delay(TimeSpan.FromMilliseconds(1 + (3 * _settings.Random())), _settings.TimeProvider, CancellationToken.None).ConfigureAwait(false);
                        break;
                    case QuotaStatus.Outdated:
                        break;
                }
            }
        }
        catch (Exception exception)
        {
            return (call, null, exception);
        }
    }

    private async Task<QuotaReply> WithinTimeoutAsync(Task<QuotaReply> evaluation, long startedAt)
    {
        var remaining = CallTimeout - TimeSpan.FromTicks(Now - startedAt);
        try
        {
            return await evaluation.WaitAsync(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, _settings.TimeProvider).ConfigureAwait(false);
        }
        catch (TimeoutException) when (evaluation.IsCompletedSuccessfully)
        {
            // Both at the same time, or this process is slow.
            return evaluation.Result;
        }
        catch (TimeoutException) when (!evaluation.IsCompleted)
        {
            // StackExchange.Redis cannot cancel it. It waits in the client's queue, so no other call is made until it ends.
            _ = evaluation.ContinueWith(
                static (evaluation, quota) => ((SharedQuota)quota!).AbandonedEnded(evaluation), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            lock (_lock)
                _outage.HasCall = !evaluation.IsCompleted;
            throw;
        }
    }

    private void AbandonedEnded(Task<QuotaReply> evaluation)
    {
        bool isCallDue;
        lock (_lock)
        {
            var now = Now;
            _outage.HasCall = false;
            // The server is back.
            if (evaluation.IsCompletedSuccessfully)
                _outage.Retry(now);
            else
                _outage.Fail(evaluation.Exception!.InnerException!, now, _local?.Shares);
            isCallDue = Advance(now);
        }

        if (isCallDue)
            _calls = MakeCallsAsync();
    }

    // The state does not have the requests of this process. The permits of its other requests are free: they were not granted.
    private QuotaCall WithHistory(QuotaCall call, QuotaReply reply, long now)
    {
        if (_epoch != 0)
        {
            _settings.Logger.RedisStateLost(_settings.Description);
            StartLocalLimits(now, opensAt: now);
            _localUntil = now + LongestReturn;
        }

        _epoch = 0;
        return _usage.ReportHistory(call, now) with { MadeAt = reply.ServerTime, HeldCount = _heldCount, InteractiveCount = 0, BulkCount = 0 };
    }

    private void Apply(QuotaReply reply, long callAt, long now)
    {
        (_last, _lastReplyAt, _epoch, _lastCallAt, _lastRepliedCallAt) = (reply, now, reply.Epoch, now, callAt);
        if (_outage.IsActive)
        {
            _outage.End(now);
            _localUntil = now + LongestReturn;
            // What was permitted since the call was made.
            _reportAt = now;
        }

        if (reply.ProcessCount - reply.SilentCount >= _local?.ProcessCount)
            EndLocalLimits();

        Apply(_interactive, reply.InteractiveCount, reply.InteractiveWait, now);
        Apply(_bulk, reply.BulkCount, reply.BulkWait, now);
    }

    private void Apply(WaiterQueue queue, int count, TimeSpan? wait, long now)
    {
        for (; count > 0 && queue.Count > 0; count--)
            PermitFirst(queue, now);
        // Requests that were cancelled in the meantime: the next call returns their permits.
        if (count > 0)
            _reportAt = Math.Min(_reportAt, now + ReportDelay);
        // Without a wait, requests that arrived during the call have room too.
        var next = wait == TimeSpan.Zero ? 0 : now + (wait?.Ticks ?? PollDelay);
        queue.Wait(_local is null ? next : Math.Max(next, _local.NextAt(now, _heldCount, queue.Priority)), isForCompletion: wait is null);
    }

    private void Fail(QuotaCall call, Exception exception, long now)
    {
        _usage.TakeBack(call);
        if (!_outage.IsActive)
        {
            _outage.Begin(now);
            _localUntil = long.MaxValue;
            if (_settings.OnOutage == RedisOutagePolicy.PaceAlone)
                StartLocalLimits(now, opensAt: _lastRepliedCallAt + CallTimeout.Ticks);
        }

        _outage.Fail(exception, now, _local?.Shares);
    }

    // Alone, this process waits until the others recognize it (see the script).
    private void StartLocalLimits(long now, long opensAt) => _local ??= new(
        _settings.Windows, Math.Max(_settings.ExpectedProcessCount, _last?.ProcessCount ?? 1), _settings.BulkReserve, _last, now - _lastReplyAt, now, _last is null ? now : opensAt);

    private void EndLocalLimits() => (_local, _localUntil) = (null, long.MaxValue);

    // A wait that was acceptable when it started can become longer: another process used the permits, or a request was rejected.
    private void FailExpired(long now)
    {
        if (_outage.IsRefusing)
        {
            // Requests without a deadline wait for the end of the outage, unless only a person can end it.
            if (_outage.Failure is { IsSetup: true })
            {
                _interactive.FailAll(() => _outage.Refusal(now));
                _bulk.FailAll(() => _outage.Refusal(now));
            }

            _interactive.FailExpired(_ => long.MaxValue, _ => _outage.Refusal(now));
            _bulk.FailExpired(_ => long.MaxValue, _ => _outage.Refusal(now));
            return;
        }

        _interactive.FailExpired(ahead => EarliestAt(now, _interactive, ahead), at => Rejection(TimeSpan.FromTicks(at - now)));
        _bulk.FailExpired(ahead => EarliestAt(now, _bulk, _interactive.Count + ahead), at => Rejection(TimeSpan.FromTicks(at - now)));
    }

    /// <summary>When a request can be permitted at the earliest, as far as known.</summary>
    private long EarliestAt(long now, WaiterQueue queue, int ahead)
    {
        var next = !_outage.IsActive ? queue.NextAt : _outage.IsRefusing || _local is null ? _outage.RetryAt : _local.NextAt(now, _heldCount, queue.Priority);
        // Each full limit of requests ahead adds the length of the window.
        var rounds = 0L;
        for (var i = 0; i < _usage.Limits.Count && ahead >= _usage.Limits[i]; i++)
            rounds = Math.Max(rounds, ahead / _usage.Limits[i] * _settings.Windows[i].Length.Ticks);
        return next + rounds;
    }

    private InboxRateLimitException Rejection(TimeSpan wait) => new(
        $"The shared rate limit of {_settings.Description} is exhausted; the next request is permitted in {Math.Ceiling(wait.TotalSeconds):0} s, which is longer than this call can wait within its deadline. "
        + "Retry after that, or increase the Deadline of InboxClientOptions or of the call's InboxRequestOptions.")
    {
        RetryAfter = wait,
    };

    private WaiterQueue? First() => _interactive.Count > 0 ? _interactive : _bulk.Count > 0 ? _bulk : null;

    private sealed class Permit(SharedQuota quota) : InboxPermit
    {
        protected override ValueTask CompleteCoreAsync(InboxPermitResult result, CancellationToken cancellationToken = default)
        {
            quota.Complete(result);
            return default;
        }
    }
}
