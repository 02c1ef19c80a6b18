using System.Diagnostics.CodeAnalysis;

namespace InboxSdk.RateLimiting;

/// <summary>Limits the requests that share windows with sliding-window logs: delays them in a fair order, and pauses all of them when the server rejects one.</summary>
/// <remarks>A request counts from the time of its permit, and in the log from the time of its response. The server counted it at some time in between, so
/// an entry of the log never expires before that of the server. In simulations, no other method avoided every rejection.</remarks>
[SuppressMessage("Reliability", "CA1001", Justification = "The timer lives as long as the client and is idle if no request waits.")]
internal sealed class SlidingWindowLimiter
{
    private readonly object _lock = new();
    private readonly TimeProvider _timeProvider;
    private readonly long _epoch;
    private readonly string _description;
    private readonly long _longestPause;
    private readonly SlidingWindows _windows;
    private readonly SlowStart _slowStart = new();
    private readonly ITimer _timer;
    private readonly LinkedList<Waiter> _interactive = [];
    private readonly LinkedList<Waiter> _bulk = [];

    private int _inFlight;

    // Whether a request in flight probes for a shorter window than those configured.
    private bool _measuring;

    // When one request probes whether a single rejection still applies, and the priority of the probe in flight.
    private long _probeAt = long.MaxValue;
    private RateLimitPriority? _probing;

    // No waiting request times out before it. The request with this deadline may have left in the meantime; the next check of all requests then corrects it.
    private long _firstDeadline = long.MaxValue;

    /// <param name="windows">The windows that all of the requests count against.</param>
    /// <param name="bulkReserve">The share of each window that is reserved for interactive requests.</param>
    /// <param name="longestPause">The maximum pause after a single rejection.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="description">The name of the requests in messages.</param>
    public SlidingWindowLimiter(IEnumerable<RateLimitWindow> windows, double bulkReserve, TimeSpan longestPause, TimeProvider timeProvider, string description)
    {
        _windows = new(windows, bulkReserve, longestPause);
        _longestPause = longestPause.Ticks;
        _timeProvider = timeProvider;
        _epoch = timeProvider.GetTimestamp();
        _description = description;
        _timer = timeProvider.CreateTimer(static limiter => ((SlidingWindowLimiter)limiter!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int InFlight
    {
        get
        {
            lock (_lock)
                return _inFlight;
        }
    }

    private long Now => _timeProvider.GetElapsedTime(_epoch).Ticks;

    public ValueTask<InboxPermit> AcquireAsync(InboxPermitRequest request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<InboxPermit>(cancellationToken);

        Waiter waiter;
        lock (_lock)
        {
            var now = Now;
            var isFirst = _interactive.Count == 0 && (request.Priority == RateLimitPriority.Interactive || _bulk.Count == 0);
            if (isFirst && NextPermit(now, request.Priority, ahead: 0) <= now)
            {
                Take(now, request.Priority);
                return new(new Permit(this));
            }

            var (queue, ahead) = request.Priority == RateLimitPriority.Interactive ? (_interactive, _interactive.Count) : (_bulk, _interactive.Count + _bulk.Count);
            var wait = TimeSpan.FromTicks(WaitEndsAt(now, request.Priority, ahead) - now);
            if (wait > request.MaxWait || request.MaxWait <= TimeSpan.Zero)
                return ValueTask.FromException<InboxPermit>(Rejection(TimeSpan.FromTicks(NextPermit(now, request.Priority, ahead) - now)));

            waiter = new Waiter(request.MaxWait >= TimeSpan.MaxValue - TimeSpan.FromTicks(now) ? long.MaxValue : now + request.MaxWait.Ticks);
            waiter.Node = queue.AddLast(waiter);
            _firstDeadline = Math.Min(_firstDeadline, waiter.Deadline);
            Schedule(now);
        }

        return new(WaitAsync(waiter, cancellationToken));
    }

    private void Complete(InboxPermitResult result)
    {
        lock (_lock)
        {
            var now = Now;
            _inFlight--;
            var (probed, measured) = (_probing, _measuring);
            (_probing, _measuring) = (null, false);
            if (result.Outcome == InboxPermitOutcome.NotSent)
            {
                // The server has not received it. If it was a probe, the next request takes its place.
                if (probed is not null)
                    _probeAt = now;
                Drain(now);
                return;
            }

            _windows.Add(now);
            var isRefused = result.Outcome == InboxPermitOutcome.Rejected;
            if (probed is { } priority && !isRefused)
                EndPause(priority, now);
            _windows.Observe(result, measured, _inFlight, _slowStart.IsComplete, now);
            if (isRefused)
            {
                var pause = _windows.Pause(result);
                _slowStart.Close(now, pause);
                // The rejection of a probe is trusted.
                if (probed is null && pause > _longestPause)
                    _probeAt = Math.Min(_probeAt, now + _longestPause);
            }
            else
            {
                _slowStart.Accepted(now);
            }

            Drain(now);
        }
    }

    public IEnumerable<RateLimitWindowSnapshot> Snapshot(RateLimitKind kind)
    {
        lock (_lock)
        {
            var now = Now;
            var next = TimeSpan.FromTicks(NextPermit(now, RateLimitPriority.Interactive, _interactive.Count) - now);
            var waitEnds = First() is { } first ? TimeSpan.FromTicks(WaitEndsAt(now, PriorityOf(first), ahead: 0) - now) : TimeSpan.Zero;
            return
            [
                .. _windows.Logs.Select(log => new RateLimitWindowSnapshot
                {
                    Kind = kind,
                    Length = log.Length,
                    Limit = log.EffectiveLimit,
                    Used = log.Count + _inFlight,
                    NextPermit = next,
                    WaitingCount = _interactive.Count + _bulk.Count,
                    WaitEnds = waitEnds,
                    PausedFor = TimeSpan.FromTicks(Math.Max(0, _slowStart.ClosedUntil - now)),
                }),
            ];
        }
    }

    private async Task<InboxPermit> WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (limiter, waiter) = ((SlidingWindowLimiter, Waiter))state!;
                limiter.Cancel(waiter, token);
            },
            (this, waiter));
        await using (registration.ConfigureAwait(false))
            await waiter.Task.ConfigureAwait(false);
        return new Permit(this);
    }

    private void Cancel(Waiter waiter, CancellationToken token)
    {
        lock (_lock)
            Remove(waiter);
        // If it was permitted in the meantime, the permit remains and the request itself is cancelled.
        waiter.TrySetCanceled(token);
    }

    private void OnTimer()
    {
        lock (_lock)
            Drain(Now);
    }

    /// <summary>Permits the requests whose turn it is, fails those that timed out, and schedules the timer for the next.</summary>
    private void Drain(long now)
    {
        while (First() is { } waiter && NextPermit(now, PriorityOf(waiter), ahead: 0) <= now)
        {
            var priority = PriorityOf(waiter);
            Remove(waiter);
            Take(now, priority);
            waiter.TrySetResult();
        }

        FailExpired(now);
        Schedule(now);
    }

    private void Take(long now, RateLimitPriority priority)
    {
        if (now >= _probeAt)
        {
            _probing = Math.Max(_slowStart.ClosedUntil, _windows.NextPermit(now, priority, ahead: 0, _inFlight)) > now ? priority : null;
            _probeAt = long.MaxValue;
        }
        else if (_windows.IsLowered)
        {
            _measuring = _windows.NextPermit(now, priority, ahead: 0, _inFlight) > now;
        }

        _slowStart.Permitted(now, _inFlight);
        _inFlight++;
    }

    // A wait that was acceptable when it started can become longer: the server rejected a request, or other processes consumed permits.
    private void FailExpired(long now)
    {
        var earliest = Math.Max(_slowStart.ClosedUntil, now + 1);
        if (_firstDeadline >= earliest)
            return;
        _firstDeadline = long.MaxValue;
        var isFirst = true;
        foreach (var waiter in _interactive.Concat(_bulk).ToArray())
        {
            // The first can be the next probe.
            if (waiter.Deadline >= (isFirst ? Math.Min(earliest, ProbeAt(now + 1, PriorityOf(waiter))) : earliest))
            {
                isFirst = false;
                _firstDeadline = Math.Min(_firstDeadline, waiter.Deadline);
                continue;
            }

            var wait = TimeSpan.FromTicks(NextPermit(now, PriorityOf(waiter), ahead: 0) - now);
            Remove(waiter);
            waiter.TrySetException(Rejection(wait));
        }
    }

    private void Schedule(long now)
    {
        if (First() is not { } first)
            return;
        var due = Math.Min(NextPermit(now, PriorityOf(first), ahead: 0), _firstDeadline);
        // Timers have millisecond resolution: rounded up, so that they do not fire too early.
        var milliseconds = Math.Clamp((due - now + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond, 1, int.MaxValue);
        _timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }

    /// <summary>When a request with others ahead of it is permitted: now, or the estimated time.</summary>
    private long NextPermit(long now, RateLimitPriority priority, int ahead)
    {
        var next = Math.Max(_slowStart.OpensAt(now, _inFlight), _windows.NextPermit(now, priority, ahead, _inFlight));
        return ahead == 0 && _inFlight == 0 && next > now ? Math.Min(next, Math.Min(ProbeAt(now, priority), MeasureAt(now, priority))) : next;
    }

    /// <summary>When one request can probe whether the window in the headers is shorter than the configured one; never without an indication of it.</summary>
    private long MeasureAt(long now, RateLimitPriority priority)
    {
        var next = _windows.MeasureAt(now, priority, _inFlight);
        return next == long.MaxValue ? next : Math.Max(next, _slowStart.OpensAt(now, _inFlight));
    }

    /// <summary>The lower bound of <see cref="NextPermit"/>: the slow start's patience is an upper bound, and requests attributed to other processes can be our own. The next
    /// response can correct both, so no request fails because of them.</summary>
    private long WaitEndsAt(long now, RateLimitPriority priority, int ahead)
    {
        var next = Math.Max(now, Math.Max(_slowStart.ClosedUntil, _windows.NextPermit(now, priority, ahead, _inFlight, isCertain: true)));
        return ahead == 0 && next > now ? Math.Min(next, Math.Min(ProbeAt(now, priority), MeasureAt(now, priority))) : next;
    }

    /// <summary>When one request can probe whether a long pause still applies; never if there is none.</summary>
    private long ProbeAt(long now, RateLimitPriority priority)
    {
        if (_probeAt == long.MaxValue)
            return long.MaxValue;
        // Our own requests are certain.
        return _windows.OwnRoomAt(Math.Max(_probeAt, now), priority);
    }

    /// <summary>Ends the pause of a rejection, because a request succeeded in spite of it.</summary>
    private void EndPause(RateLimitPriority priority, long now)
    {
        _slowStart.Open(now);
        _windows.DropOthers(priority);
    }

    private Waiter? First() => _interactive.First?.Value ?? _bulk.First?.Value;

    private RateLimitPriority PriorityOf(Waiter waiter) => waiter.Node!.List == _interactive ? RateLimitPriority.Interactive : RateLimitPriority.Bulk;

    private static void Remove(Waiter waiter) => waiter.Node!.List?.Remove(waiter.Node);

    private InboxRateLimitException Rejection(TimeSpan wait) => new(
        $"The rate limit of {_description} is exhausted; the next request is permitted in {Math.Ceiling(wait.TotalSeconds):0} s, which is longer than this call can wait "
        + "within its deadline. Retry after that, or increase the Deadline of InboxClientOptions or of the call's InboxRequestOptions.")
    {
        RetryAfter = wait,
    };

    /// <summary>A waiting request and its deadline.</summary>
    private sealed class Waiter(long deadline) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public long Deadline { get; } = deadline;

        public LinkedListNode<Waiter>? Node { get; set; }
    }

    private sealed class Permit(SlidingWindowLimiter limiter) : InboxPermit
    {
        protected override ValueTask CompleteCoreAsync(InboxPermitResult result, CancellationToken cancellationToken = default)
        {
            limiter.Complete(result);
            return default;
        }
    }
}
