using System.Diagnostics.CodeAnalysis;

namespace InboxSdk.Http;

/// <summary>The requests that share windows: paces them, lets them wait in a fair order, and stops all of them when the server refuses one.</summary>
/// <remarks>A request counts from the moment it is permitted, and in the log from the moment its answer came: the server saw it at some time between, so
/// what the log holds is never older than what the server holds. Simulated, no other way of counting avoided every refusal.</remarks>
[SuppressMessage("Reliability", "CA1001", Justification = "The timer lives as long as the client and is idle when nobody waits.")]
internal sealed class QuotaLane
{
    private readonly object _lock = new();
    private readonly TimeProvider _timeProvider;
    private readonly long _epoch;
    private readonly string _description;
    private readonly double _bulkReserve;
    private readonly SlidingLog[] _logs;
    private readonly QuotaGate _gate = new();
    private readonly ITimer _timer;
    private readonly LinkedList<Waiter> _interactive = [];
    private readonly LinkedList<Waiter> _bulk = [];

    private int _inFlight;

    // Nobody who waits gives up before it. Whose it was may have gone meanwhile: then one look at all of them sets it right.
    private long _firstDeadline = long.MaxValue;

    public QuotaLane(IEnumerable<QuotaWindow> windows, double bulkReserve, TimeProvider timeProvider, string description)
    {
        _logs = [.. windows.OrderBy(window => window.Length).Select(window => new SlidingLog(window.Limit, window.Length))];
        _bulkReserve = bulkReserve;
        _timeProvider = timeProvider;
        _epoch = timeProvider.GetTimestamp();
        _description = description;
        _timer = timeProvider.CreateTimer(static lane => ((QuotaLane)lane!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
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

    public ValueTask AcquireAsync(QuotaRequest request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellationToken);

        Waiter waiter;
        lock (_lock)
        {
            var now = Now;
            var isFirst = _interactive.Count == 0 && (request.Priority == QuotaPriority.Interactive || _bulk.Count == 0);
            if (isFirst && NextPermit(now, request.Priority, ahead: 0) <= now)
            {
                Permit(now);
                return default;
            }

            var (queue, ahead) = request.Priority == QuotaPriority.Interactive ? (_interactive, _interactive.Count) : (_bulk, _interactive.Count + _bulk.Count);
            // The gate's patience is a bound: the next answer may open it sooner, so nobody is refused for it alone.
            var wait = TimeSpan.FromTicks(Math.Max(_gate.ClosedUntil, NextInWindows(now, request.Priority, ahead)) - now);
            if (wait > request.MaxWait || request.MaxWait <= TimeSpan.Zero)
                return ValueTask.FromException(Refusal(TimeSpan.FromTicks(NextPermit(now, request.Priority, ahead) - now)));

            waiter = new Waiter(request.MaxWait >= TimeSpan.MaxValue - TimeSpan.FromTicks(now) ? long.MaxValue : now + request.MaxWait.Ticks);
            waiter.Node = queue.AddLast(waiter);
            _firstDeadline = Math.Min(_firstDeadline, waiter.Deadline);
            Schedule(now);
        }

        return new ValueTask(WaitAsync(waiter, cancellationToken));
    }

    public void Report(QuotaAnswer answer)
    {
        lock (_lock)
        {
            var now = Now;
            _inFlight--;
            foreach (var log in _logs)
            {
                log.Forget(now);
                log.Add(now, 1);
            }

            Tighten(answer, now);
            if (answer.IsRefused)
                _gate.Close(now, Pause(answer));
            else
                _gate.Accepted(now);
            Drain(now);
        }
    }

    public IEnumerable<QuotaWindowSnapshot> Snapshot(QuotaKind kind)
    {
        lock (_lock)
        {
            var now = Now;
            var next = TimeSpan.FromTicks(NextPermit(now, QuotaPriority.Interactive, _interactive.Count) - now);
            return [.. _logs.Select(log => new QuotaWindowSnapshot(kind, log.Length, log.EffectiveLimit, log.Count + _inFlight, next))];
        }
    }

    private async Task WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (lane, waiter) = ((QuotaLane, Waiter))state!;
                lane.Cancel(waiter, token);
            },
            (this, waiter));
        await using (registration.ConfigureAwait(false))
            await waiter.Task.ConfigureAwait(false);
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
            Remove(waiter);
            Permit(now);
            waiter.TrySetResult();
        }

        GiveUp(now);
        Schedule(now);
    }

    private void Permit(long now)
    {
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
        foreach (var waiter in _interactive.Concat(_bulk).ToArray())
        {
            if (waiter.Deadline >= earliest)
            {
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
    private long NextPermit(long now, QuotaPriority priority, int ahead) => Math.Max(_gate.OpensAt(now, _inFlight), NextInWindows(now, priority, ahead));

    /// <summary>The same, as far as the windows are concerned.</summary>
    private long NextInWindows(long now, QuotaPriority priority, int ahead)
    {
        var next = now;
        foreach (var log in _logs)
        {
            log.Forget(now);
            var limit = Math.Max(1, log.EffectiveLimit - (priority == QuotaPriority.Bulk ? (int)(log.EffectiveLimit * _bulkReserve) : 0));
            // Whoever has a limit's worth of others ahead goes a whole length after the first of those; and what is in flight leaves a length after its answer.
            var (rounds, rest) = Math.DivRem(ahead, limit);
            var excess = log.Count + _inFlight + rest + 1 - limit;
            var free = excess <= 0 ? now : excess <= log.Count ? log.FreeAt(excess) : now + log.Length.Ticks;
            next = Math.Max(next, free + (rounds * log.Length.Ticks));
        }

        return next;
    }

    /// <summary>Counts what other processes used and takes on a lower limit of the server. What would loosen is left alone.</summary>
    private void Tighten(QuotaAnswer answer, long now)
    {
        if (answer is not { Limit: { } limit, Remaining: { } remaining } || _logs.Length == 0)
            return;

        var log = LogOf(limit);
        log.EffectiveLimit = Math.Clamp(limit, 1, log.Limit);
        // Whether the server has already counted what is in flight is not known. While trust grows, as few as possible are taken for ours.
        var mine = log.Count + (_gate.IsTrusting ? _inFlight : 0);
        var foreign = log.EffectiveLimit - Math.Max(0, remaining) - mine;
        if (foreign > 0)
            AddForeign(log, foreign, answer, now);
        log.ToldAt = now;
    }

    // When others made theirs is not told. Their share of a minute is taken for new: then nothing is refused, and it costs a minute at most. For an hour or a day that would be too
    // long: there it is taken for evenly made since the window was last told of, and none of it runs out before the hint of a refusal.
    private static void AddForeign(SlidingLog log, int count, QuotaAnswer answer, long now)
    {
        var since = Math.Max(log.ToldAt, now - log.Length.Ticks + Math.Clamp(answer.RetryAfter?.Ticks ?? 0, 0, log.Length.Ticks));
        if (now - since <= TimeSpan.TicksPerMinute)
            log.Add(now, count);
        else
            log.AddEvenly(since, now, count);
    }

    /// <summary>The headers speak of one window and do not say which: the one with that limit, else the shortest.</summary>
    private SlidingLog LogOf(int limit) => Array.Find(_logs, log => log.Limit == limit) ?? _logs[0];

    // A hint is the server's word: never longer than the window it could speak of.
    private long Pause(QuotaAnswer answer)
    {
        var hint = (answer.RetryAfter ?? answer.ResetAfter ?? TimeSpan.FromSeconds(1)).Ticks;
        return Math.Clamp(hint, 0, _logs.Length == 0 ? TimeSpan.TicksPerMinute : _logs[^1].Length.Ticks);
    }

    private Waiter? First() => _interactive.First?.Value ?? _bulk.First?.Value;

    private QuotaPriority PriorityOf(Waiter waiter) => waiter.Node!.List == _interactive ? QuotaPriority.Interactive : QuotaPriority.Bulk;

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
}
