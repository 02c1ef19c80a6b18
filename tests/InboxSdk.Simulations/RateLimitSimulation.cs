using System.Globalization;
using InboxSdk.Http;
using InboxSdk.RateLimiting;

namespace InboxSdk.Simulations;

/// <summary>Callers that take permits from the SDK's own quota and send to a simulated server, in virtual time.</summary>
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
        // The server's fixed windows begin anywhere, as seen from the client; and the longest has a past.
        _clock.After(TimeSpan.FromDays(2) + (windows[^1].Length * _random.NextDouble()), () => { });
        _clock.RunNext();
        Started = _clock.Elapsed;
        List<RateLimitWindow> limits = [.. (known ?? windows).Select(window => new RateLimitWindow { Limit = window.Limit, Length = window.Length })];
        var options = version == InboxApiVersion.V1 ? new InboxRateLimitOptions { Writes = limits } : new InboxRateLimitOptions { Requests = limits };
        options.BulkReserve = 0;
        _quota = new InProcessRateLimiter(options, version, _clock);
        // v1 counts writes by themselves; v2 counts every request, so half of them are reads.
        _kinds = version == InboxApiVersion.V1 ? [RateLimitKind.Write] : [RateLimitKind.Write, RateLimitKind.Read];
        _servers = [.. windows.Select(window => ServerWindow.Create(kind, window.Limit, window.Length))];
    }

    public TimeSpan Started { get; }

    public TimeSpan Elapsed => _clock.Elapsed - Started;

    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    /// <summary>How many were accepted in each window's length since the start.</summary>
    public Dictionary<int, int> AcceptedByWindow { get; } = [];

    /// <summary>Whether the headers describe the window with the fewest requests left; else they describe the shortest, whatever the others hold.</summary>
    public bool TellsTightest { get; init; } = true;

    /// <summary>Others used a share of each window's limit; of the first <paramref name="windows"/> windows alone.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="windows">How many windows.</param>
    /// <param name="ago">When they did: so much of the window's length ago. By default just now.</param>
    public RateLimitSimulation UseUp(double share, int windows = int.MaxValue, double ago = 0)
    {
        foreach (var (server, window) in _servers.Zip(_windows).Take(windows))
            server.UseUp((int)Math.Round(window.Limit * share), _clock.Elapsed - (window.Length * ago));
        return this;
    }

    /// <summary>How long it takes who knows all that the server counts, and to whom requests take no time.</summary>
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

    // What the quota permits is seen on the thread pool: the clock must not go on before every permitted call has been.
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

            // Of several that have none left the one that is closed longest, as the sandbox has it.
            var told = TellsTightest ? _servers.OrderBy(server => server.Remaining(now)).ThenByDescending(server => server.RetryAfter(now)).First() : _servers[0];
            var result = new InboxPermitResult
            {
                Outcome = isAccepted ? InboxPermitOutcome.Accepted : InboxPermitOutcome.Refused,
                Limit = told.Limit,
                Remaining = told.Remaining(now),
                ResetAfter = TimeSpan.FromSeconds(Math.Ceiling(told.RetryAfter(now).TotalSeconds)),
                // v2's refusals name the window that is used up.
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

    // 40 to 100 ms there and back together.
    private TimeSpan Latency() => TimeSpan.FromMilliseconds(20 + (30 * _random.NextDouble()));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"accepted {Accepted,6}, refused {Refused,3}, {Elapsed.TotalMinutes,6:F2} min");
}
