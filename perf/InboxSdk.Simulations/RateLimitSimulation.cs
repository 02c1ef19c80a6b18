using System.Globalization;
using InboxSdk.Pipeline;
using InboxSdk.RateLimiting;

namespace InboxSdk.Simulations;

/// <summary>Simulates callers that acquire permits from the SDK's rate limiter and send to a simulated server, in virtual time.</summary>
internal sealed class RateLimitSimulation
{
    private readonly VirtualClock _clock = new();
    private readonly Random _random;
    private readonly InProcessRateLimiter _quota;
    private readonly ServerWindow[] _servers;
    private readonly (int Limit, TimeSpan Length)[] _windows;
    private readonly RateLimitKind[] _kinds;
    private readonly bool _namesWindow;
    private int _started;
    private int _toSend;
    private int _waiting;
    private int _sending;

    public RateLimitSimulation(string kind, (int Limit, TimeSpan Length)[] windows, int calls, int seed, InboxApiVersion version = InboxApiVersion.V1, (int Limit, TimeSpan Length)[]? known = null)
    {
        _random = new Random(seed);
        _windows = windows;
        _namesWindow = version == InboxApiVersion.V2;
        _toSend = calls;
        // The fixed windows of the server begin at a random offset, and the longest window has already begun.
        _clock.After(TimeSpan.FromDays(2) + (windows[^1].Length * _random.NextDouble()), () => { });
        _clock.RunNext();
        Started = _clock.Elapsed;
        List<RateLimitWindow> limits = [.. (known ?? windows).Select(window => new RateLimitWindow { Limit = window.Limit, Length = window.Length })];
        var options = version == InboxApiVersion.V1 ? new InboxRateLimitOptions { Writes = limits } : new InboxRateLimitOptions { Requests = limits };
        options.BulkReserve = 0;
        _quota = new InProcessRateLimiter(options, version, _clock);
        // v1 counts writes separately; v2 counts all requests together, so half of them are reads.
        _kinds = version == InboxApiVersion.V1 ? [RateLimitKind.Write] : [RateLimitKind.Write, RateLimitKind.Read];
        _servers = [.. windows.Select(window => ServerWindow.Create(kind, window.Limit, window.Length))];
    }

    public TimeSpan Started { get; }

    public TimeSpan Elapsed => _clock.Elapsed - Started;

    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Gets the number of accepted requests in each period of the window's length since the start.</summary>
    public Dictionary<int, int> AcceptedByWindow { get; } = [];

    /// <summary>Gets whether the headers describe the window with the fewest requests left; otherwise they describe the shortest window.</summary>
    public bool ReportsTightest { get; init; } = true;

    /// <summary>Uses a share of the limits of the first <paramref name="windows"/> windows, as other processes do.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="windows">The number of windows.</param>
    /// <param name="ago">The time of this use, as a share of the window's length before now. The default is 0.</param>
    public RateLimitSimulation UseUp(double share, int windows = int.MaxValue, double ago = 0)
    {
        foreach (var (server, window) in _servers.Zip(_windows).Take(windows))
            server.UseUp((int)Math.Round(window.Limit * share), _clock.Elapsed - (window.Length * ago));
        return this;
    }

    /// <summary>Returns the duration for a caller that knows the state of the server and whose requests take no time.</summary>
    public TimeSpan Optimum(int calls)
    {
        var now = _clock.Elapsed;
        for (var i = 0; i < calls; i++)
        {
            while (_servers.Where(server => server.Remaining(now) == 0).ToList() is { Count: > 0 } blocking)
                now += TimeSpan.FromTicks(Math.Max(1, blocking.Max(server => server.RetryAfter(now)).Ticks));
            foreach (var server in _servers)
                server.TryAccept(now);
        }

        return now - Started;
    }

    public RateLimitSimulation Run(int inFlight)
    {
        for (var i = 0; i < inFlight; i++)
            Next();
        while (true)
        {
            Settle();
            if (!_clock.RunNext())
                return this;
        }
    }

    // The permits complete on the thread pool: the clock must not advance before every permitted call is sent.
    private void Settle()
    {
        SpinWait spin = default;
        while (true)
        {
            var inFlight = _quota.InFlight(RateLimitKind.Write);
            if (inFlight == Volatile.Read(ref _sending))
                return;
            spin.SpinOnce();
        }
    }

    private void Next()
    {
        if (Interlocked.Decrement(ref _toSend) < 0)
            return;
        Interlocked.Increment(ref _waiting);
        var request = new InboxPermitRequest { Kind = _kinds[(Interlocked.Increment(ref _started) - 1) % _kinds.Length], MaxWait = TimeSpan.MaxValue };
        var permit = _quota.AcquireAsync(request).AsTask();
        if (permit.IsCompleted)
            Send(permit.Result);
        else
            permit.ContinueWith(acquired => Send(acquired.Result), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Send(InboxPermit permit)
    {
        TimeSpan there, back;
        lock (_random)
            (there, back) = (Latency(), Latency());
        _clock.After(there, () =>
        {
            var now = _clock.Elapsed;
            var blocking = _servers.Where(server => server.Remaining(now) == 0).ToList();
            var isAccepted = blocking.Count == 0;
            foreach (var server in isAccepted ? _servers : [])
                server.TryAccept(now);
            if (isAccepted)
            {
                Accepted++;
                var window = (int)((now - Started) / _windows[0].Length);
                AcceptedByWindow[window] = AcceptedByWindow.GetValueOrDefault(window) + 1;
            }
            else
            {
                Refused++;
                Interlocked.Increment(ref _toSend);
            }

            // Of several used-up windows, the headers describe the one that is closed longest, as in the sandbox.
            var reported = ReportsTightest ? _servers.OrderBy(server => server.Remaining(now)).ThenByDescending(server => server.RetryAfter(now)).First() : _servers[0];
            var result = new InboxPermitResult
            {
                Outcome = isAccepted ? InboxPermitOutcome.Accepted : InboxPermitOutcome.Rejected,
                Limit = reported.Limit,
                Remaining = reported.Remaining(now),
                ResetAfter = TimeSpan.FromSeconds(Math.Ceiling(reported.RetryAfter(now).TotalSeconds)),
                // The refusals of v2 contain the used-up window.
                Window = isAccepted || !_namesWindow ? null : _windows[Array.IndexOf(_servers, blocking.MaxBy(server => server.RetryAfter(now))!)].Length,
                RetryAfter = isAccepted ? null : TimeSpan.FromSeconds(Math.Ceiling(blocking.Max(server => server.RetryAfter(now).TotalSeconds))),
            };
            _clock.After(back, () =>
            {
                Interlocked.Decrement(ref _sending);
                permit.CompleteAsync(result).AsTask().Wait();
                Next();
            });
        });
        Interlocked.Increment(ref _sending);
    }

    // 40 to 100 ms for the round trip.
    private TimeSpan Latency() => TimeSpan.FromMilliseconds(20 + (30 * _random.NextDouble()));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"accepted {Accepted,6}, refused {Refused,3}, {Elapsed.TotalMinutes,6:F2} min");
}
