using System.Diagnostics.CodeAnalysis;

namespace InboxSdk.RateLimiting;

/// <summary>The requests that share windows: paces them, lets them wait in a fair order, and stops all of them when the server refuses one.</summary>
/// <remarks>A request counts from the moment it is permitted, and in the log from the moment its answer came: the server saw it at some time between, so
/// what the log holds is never older than what the server holds. Simulated, no other way of counting avoided every refusal.</remarks>
[SuppressMessage("Reliability", "CA1001", Justification = "The timer lives as long as the client and is idle when nobody waits.")]
internal sealed class SlidingWindowLimiter
{
    private readonly object _lock = new();
    private readonly TimeProvider _timeProvider;
    private readonly long _epoch;
    private readonly string _description;
    private readonly double _bulkReserve;
    private readonly long _longestPause;
    private readonly SlidingWindowLog[] _configured;
    private readonly SlowStart _gate = new();
    private readonly ITimer _timer;
    private readonly LinkedList<Waiter> _interactive = [];
    private readonly LinkedList<Waiter> _bulk = [];

    private int _inFlight;

    // The configured windows, and before them a shorter one that the server turned out to have. What finds out about it, and whether a request is in flight for that.
    private SlidingWindowLog[] _logs;
    private ShorterWindow? _shorter;
    private bool _measuring;

    // When one request finds out whether the server still says what a single refusal said; and the priority of the one that does.
    private long _probeAt = long.MaxValue;
    private RateLimitPriority? _probing;

    // Nobody who waits gives up before it. Whose it was may have gone meanwhile: then one look at all of them sets it right.
    private long _firstDeadline = long.MaxValue;

    /// <param name="windows">The windows that all of the requests count against.</param>
    /// <param name="bulkReserve">The share of each window that bulk requests leave to interactive ones.</param>
    /// <param name="longestPause">The longest that one refusal alone is believed.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="description">What the requests are called in messages.</param>
    public SlidingWindowLimiter(IEnumerable<RateLimitWindow> windows, double bulkReserve, TimeSpan longestPause, TimeProvider timeProvider, string description)
    {
        _logs = _configured = [.. windows.OrderBy(window => window.Length).Select(window => new SlidingWindowLog(window.Limit, window.Length))];
        _bulkReserve = bulkReserve;
        _longestPause = longestPause.Ticks;
        _timeProvider = timeProvider;
        _epoch = timeProvider.GetTimestamp();
        _description = description;
        _timer = timeProvider.CreateTimer(static lane => ((SlidingWindowLimiter)lane!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
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
                return ValueTask.FromException<InboxPermit>(Refusal(TimeSpan.FromTicks(NextPermit(now, request.Priority, ahead) - now)));

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
                // The server has not seen it. What it was to find out, the next one does.
                if (probed is not null)
                    _probeAt = now;
                Drain(now);
                return;
            }

            foreach (var log in _logs)
            {
                log.Forget(now);
                log.Add(now, 1);
            }

            var isRefused = result.Outcome == InboxPermitOutcome.Refused;
            if (probed is { } priority && !isRefused)
                Disbelieve(priority, now);
            Tighten(result, now);
            Measure(result, measured, now);
            if (isRefused)
            {
                var pause = Pause(result);
                _gate.Close(now, pause);
                // What the request that found out was told is believed.
                if (probed is null && pause > _longestPause)
                    _probeAt = Math.Min(_probeAt, now + _longestPause);
            }
            else
            {
                _gate.Accepted(now);
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
                .. _logs.Select(log => new RateLimitWindowSnapshot
                {
                    Kind = kind,
                    Length = log.Length,
                    Limit = log.EffectiveLimit,
                    Used = log.Count + _inFlight,
                    NextPermit = next,
                    Waiting = _interactive.Count + _bulk.Count,
                    WaitEnds = waitEnds,
                    ClosedFor = TimeSpan.FromTicks(Math.Max(0, _gate.ClosedUntil - now)),
                }),
            ];
        }
    }

    private async Task<InboxPermit> WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (lane, waiter) = ((SlidingWindowLimiter, Waiter))state!;
                lane.Cancel(waiter, token);
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
        // Permitted meanwhile: then the permit stands, and the request itself is cancelled.
        waiter.TrySetCanceled(token);
    }

    private void OnTimer()
    {
        lock (_lock)
            Drain(Now);
    }

    /// <summary>Lets those go whose turn it is, gives up those that waited long enough, and sets the timer for the next.</summary>
    private void Drain(long now)
    {
        while (First() is { } waiter && NextPermit(now, PriorityOf(waiter), ahead: 0) <= now)
        {
            var priority = PriorityOf(waiter);
            Remove(waiter);
            Take(now, priority);
            waiter.TrySetResult();
        }

        GiveUp(now);
        Schedule(now);
    }

    private void Take(long now, RateLimitPriority priority)
    {
        if (now >= _probeAt)
        {
            _probing = Math.Max(_gate.ClosedUntil, NextInWindows(now, priority, ahead: 0)) > now ? priority : null;
            _probeAt = long.MaxValue;
        }
        else if (_shorter is not null && _logs == _configured)
        {
            _measuring = NextInWindows(now, priority, ahead: 0) > now;
        }

        _gate.Permitted(now, _inFlight);
        _inFlight++;
    }

    // A wait that was short enough when it began may have become longer: the server refused a request, or others used the quota.
    private void GiveUp(long now)
    {
        var earliest = Math.Max(_gate.ClosedUntil, now + 1);
        if (_firstDeadline >= earliest)
            return;
        _firstDeadline = long.MaxValue;
        var isFirst = true;
        foreach (var waiter in _interactive.Concat(_bulk).ToArray())
        {
            // The first may be the one that finds out.
            if (waiter.Deadline >= (isFirst ? Math.Min(earliest, ProbeAt(now + 1, PriorityOf(waiter))) : earliest))
            {
                isFirst = false;
                _firstDeadline = Math.Min(_firstDeadline, waiter.Deadline);
                continue;
            }

            var wait = TimeSpan.FromTicks(NextPermit(now, PriorityOf(waiter), ahead: 0) - now);
            Remove(waiter);
            waiter.TrySetException(Refusal(wait));
        }
    }

    private void Schedule(long now)
    {
        if (First() is not { } first)
            return;
        var due = Math.Min(NextPermit(now, PriorityOf(first), ahead: 0), _firstDeadline);
        // Timers count whole milliseconds: rounded up, so that one does not come just too early.
        var milliseconds = Math.Clamp((due - now + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond, 1, int.MaxValue);
        _timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }

    /// <summary>When a request may be sent that has others ahead of it: now, or the time as far as it can be told.</summary>
    private long NextPermit(long now, RateLimitPriority priority, int ahead)
    {
        var next = Math.Max(_gate.OpensAt(now, _inFlight), NextInWindows(now, priority, ahead));
        return ahead == 0 && _inFlight == 0 && next > now ? Math.Min(next, Math.Min(ProbeAt(now, priority), MeasureAt(now, priority))) : next;
    }

    /// <summary>When one request may find out whether the window that the headers speak of is shorter than the configured one; never when there is no sign of it.</summary>
    private long MeasureAt(long now, RateLimitPriority priority)
    {
        if (_shorter is not { ProbeAt: < long.MaxValue } || _logs != _configured)
            return long.MaxValue;
        // As if the headers had not lowered the limit: the configured windows hold.
        var lowered = _logs[0].EffectiveLimit;
        _logs[0].EffectiveLimit = _logs[0].Limit;
        var next = Math.Max(_gate.OpensAt(now, _inFlight), NextInWindows(now, priority, ahead: 0));
        _logs[0].EffectiveLimit = lowered;
        return Math.Max(next, _shorter.ProbeAt);
    }

    /// <summary>The same as far as it is certain: the gate's patience is a bound, and what may be another process's may be ours. The next response may end both sooner, so no request is
    /// refused for them alone.</summary>
    private long WaitEndsAt(long now, RateLimitPriority priority, int ahead)
    {
        var next = Math.Max(now, Math.Max(_gate.ClosedUntil, NextInWindows(now, priority, ahead, isCertain: true)));
        return ahead == 0 && next > now ? Math.Min(next, Math.Min(ProbeAt(now, priority), MeasureAt(now, priority))) : next;
    }

    /// <summary>When one request may find out whether a long refusal still holds; never when there is none to doubt.</summary>
    private long ProbeAt(long now, RateLimitPriority priority)
    {
        if (_probeAt == long.MaxValue)
            return long.MaxValue;
        var at = Math.Max(_probeAt, now);
        // What we sent ourselves is certain.
        foreach (var log in _logs)
            at = log.OwnRoomAt(at, LimitFor(log, priority));
        return at;
    }

    /// <summary>When a request may be sent, as far as the windows are concerned.</summary>
    private long NextInWindows(long now, RateLimitPriority priority, int ahead, bool isCertain = false)
    {
        var next = now;
        foreach (var log in _logs)
        {
            log.Forget(now);
            var limit = LimitFor(log, priority);
            // Whoever has a limit's worth of others ahead goes a whole length after the first of those; and what is in flight leaves a length after its answer.
            var (rounds, rest) = Math.DivRem(ahead, limit);
            var excess = log.Count + _inFlight + (isCertain ? 0 : Math.Min(log.Suspected, _inFlight)) + rest + 1 - limit;
            var free = excess <= 0 ? now : excess <= log.Count ? log.FreeAt(excess) : now + log.Length.Ticks;
            next = Math.Max(next, free + (rounds * log.Length.Ticks));
        }

        return next;
    }

    private int LimitFor(SlidingWindowLog log, RateLimitPriority priority) =>
        Math.Max(1, log.EffectiveLimit - (priority == RateLimitPriority.Bulk ? (int)(log.EffectiveLimit * _bulkReserve) : 0));

    /// <summary>Forgets what a refusal said, since a request got through in spite of it.</summary>
    private void Disbelieve(RateLimitPriority priority, long now)
    {
        _gate.Open(now);
        foreach (var log in _logs)
        {
            if (log.Count > LimitFor(log, priority))
                log.DropOthers();
        }
    }

    /// <summary>Counts what other processes used and takes on a lower limit of the server. What would loosen is left alone.</summary>
    private void Tighten(InboxPermitResult answer, long now)
    {
        if (answer is { Limit: { } limit, Remaining: { } remaining } && _logs.Length > 0)
            Tighten(LogOf(limit), limit, remaining, answer.RetryAfter, now);
    }

    /// <summary>Learns how long the window is whose limit the headers lowered, and forgets it when they say otherwise.</summary>
    private void Measure(InboxPermitResult answer, bool isProbe, long now)
    {
        if (answer is not { Limit: { } limit, Remaining: { } remaining })
            return;
        var isLowered = limit > 0 && _configured.Length > 0 && limit < _configured[0].Limit && !IsConfigured(limit);
        if (_logs != _configured)
        {
            // A response more than the rounding behind the end of the window that was learnt, or a refusal, shows that it is longer.
            if (isLowered && limit == _shorter!.Limit && answer.Outcome != InboxPermitOutcome.Refused && answer.ResetAfter <= _logs[0].Length + TimeSpan.FromSeconds(2))
                return;
            _logs = _configured;
            _shorter = null;
            Tighten(answer, now);
        }

        if (!isLowered || answer.ResetAfter is not { } resetAfter || _configured[0].Limit > ShorterWindow.MostLimit)
        {
            _shorter = null;
            return;
        }

        if (_shorter?.Limit != limit)
            _shorter = new(limit, _configured[0].Length);
        if (_shorter.Observe(remaining, resetAfter, answer.Outcome == InboxPermitOutcome.Refused, isProbe, now) is not { } length)
            return;
        _configured[0].EffectiveLimit = _configured[0].Limit;
        _logs = [_configured[0].With(limit, length, now), .. _configured];
    }

    private bool IsConfigured(int limit)
    {
        foreach (var log in _configured)
        {
            if (log.Limit == limit)
                return true;
        }

        return false;
    }

    private void Tighten(SlidingWindowLog log, int limit, int remaining, TimeSpan? retryAfter, long now)
    {
        log.EffectiveLimit = Math.Clamp(limit, 1, log.Limit);
        // Whether the server has already counted what is in flight is not known. What is more than that must be others'; while trust grows, the rest may be.
        var uncounted = Math.Max(0, log.EffectiveLimit - Math.Max(0, remaining) - log.Count);
        if (uncounted > _inFlight)
            AddForeign(log, uncounted - _inFlight, retryAfter, now);
        log.Suspected = _gate.IsTrusting ? 0 : Math.Min(uncounted, _inFlight);
        log.ToldAt = now;
    }

    // When others made theirs is not told. Their share of a minute is taken for new: then nothing is refused, and it costs a minute at most. For an hour or a day that would be too
    // long: there it is taken for evenly made since the window was last told of, and none of it runs out before the hint of a refusal.
    private static void AddForeign(SlidingWindowLog log, int count, TimeSpan? retryAfter, long now)
    {
        var since = Math.Max(log.ToldAt, now - log.Length.Ticks + Math.Clamp(retryAfter?.Ticks ?? 0, 0, log.Length.Ticks));
        if (now - since <= TimeSpan.TicksPerMinute)
            log.AddOthers(now, count);
        else
            log.AddEvenly(since, now, count);
    }

    /// <summary>The headers speak of one window and do not say which: the one with that limit, else the shortest.</summary>
    private SlidingWindowLog LogOf(int limit) => Array.Find(_logs, log => log.Limit == limit) ?? _logs[0];

    /// <summary>How long the gate is closed: as long as the hint says, when the refusal names a window that can be used up for so long; else no longer than any one refusal
    /// is believed.</summary>
    private long Pause(InboxPermitResult answer)
    {
        var hint = (answer.RetryAfter ?? answer.ResetAfter ?? TimeSpan.FromSeconds(1)).Ticks;
        var longest = Math.Min(_longestPause, _logs.Length == 0 ? TimeSpan.TicksPerMinute : _logs[^1].Length.Ticks);
        foreach (var log in _logs)
        {
            if (log.Length == answer.Window || (log.Limit == answer.Limit && answer.Remaining == 0))
                longest = Math.Max(longest, log.Length.Ticks);
        }

        return Math.Clamp(hint, 0, longest);
    }

    private Waiter? First() => _interactive.First?.Value ?? _bulk.First?.Value;

    private RateLimitPriority PriorityOf(Waiter waiter) => waiter.Node!.List == _interactive ? RateLimitPriority.Interactive : RateLimitPriority.Bulk;

    private static void Remove(Waiter waiter) => waiter.Node!.List?.Remove(waiter.Node);

    private InboxRateLimitException Refusal(TimeSpan wait) => new(
        $"The quota of {_description} is used up; the next request may be sent in {Math.Ceiling(wait.TotalSeconds):0} s, which is longer than this call may wait "
        + "(InboxClientOptions.Deadline). Try again then, or give the call more time.")
    {
        RetryAfter = wait,
    };

    /// <summary>Somebody who waits, and until when.</summary>
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
