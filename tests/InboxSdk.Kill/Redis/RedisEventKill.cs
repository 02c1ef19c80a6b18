using System.Diagnostics;
using System.Globalization;
using InboxSdk.Sandbox;

namespace InboxSdk.Kill.Redis;

/// <summary>Starts two replicas that process events in separate processes, kills one of them at random times and starts another one, while events occur; and compares what the replicas
/// handled with what occurred.</summary>
internal sealed class RedisEventKill
{
    private const int MaxPending = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);

    private readonly InboxSandbox _sandbox;
    private readonly string _redis;
    private readonly int _leaseSeconds;
    private readonly string _name = Guid.NewGuid().ToString("N");
    private readonly Random _random;
    private readonly TakeOvers _takeOvers = new();
    private readonly List<string> _faults = [];
    private long _occurred;
    private long _begun;
    private long _done;
    private long? _inHandAtAKill;
    private int _repeated;
    private int _kills;
    private int _standbyKills;
    private int _lostCount;

    private RedisEventKill(InboxSandbox sandbox, string redis, int seed, int leaseSeconds) =>
        (_sandbox, _redis, _leaseSeconds, _random) = (sandbox, redis, leaseSeconds, new Random(seed));

    /// <summary>Kills replicas, and lets the last one handle the rest.</summary>
    /// <param name="redis">The connection string of the server.</param>
    /// <param name="kills">The number of kills of a replica that has the lease.</param>
    /// <param name="seed">The seed of the random times.</param>
    /// <param name="leaseSeconds">The duration of the lease.</param>
    public static async Task<RedisKillReport> RunAsync(string redis, int kills, int seed, int leaseSeconds)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 1, Seed = seed, RequestLogCapacity = 1_000_000 });
        var test = new RedisEventKill(sandbox, redis, seed, leaseSeconds);
        await test.RunAsync(kills);
        return new()
        {
            Work = "events",
            Lease = TimeSpan.FromSeconds(leaseSeconds),
            LostCount = test._lostCount,
            Kills = test._kills,
            StandbyKills = test._standbyKills,
            TakeOvers = test._takeOvers.Times,
            Items = test._occurred,
            Repeated = test._repeated,
            Faults = test._faults,
        };
    }

    private async Task RunAsync(int kills)
    {
        using var end = new CancellationTokenSource();
        var changes = Task.Run(() => ChangeAsync(end.Token), CancellationToken.None);
        var active = Start();
        await active.Started;
        var standby = Start();
        while (_kills < kills)
        {
            var isKilled = await HandleAsync(active, _begun + _random.Next(1, 60));
            var clock = Stopwatch.StartNew();
            var then = TimeSpan.FromMicroseconds(_random.Next(0, 2000));
            while (clock.Elapsed < then)
                Thread.SpinWait(10);
            if (isKilled && _random.Next(8) == 0)
            {
                await standby.DisposeAsync();
                _standbyKills++;
                standby = Start();
                continue;
            }

            await standby.Started;
            if (isKilled)
                active.Kill();
            (active, standby) = (await TakeOverAsync(active, standby), Start());
        }

        await end.CancelAsync();
        await changes;
        while (!await HandleAsync(active, _occurred))
            (active, standby) = (await TakeOverAsync(active, standby), Start());
        await using (standby)
        await using (active)
        {
            active.Stop();
            await HandleAsync(active, long.MaxValue);
            await active.EndedAsync();
            if (active.ExitCode != 0)
                throw new InvalidOperationException($"A replica failed with {active.ExitCode}.");
        }

        if (_done != _occurred)
            _faults.Add($"{_occurred - _done} events were lost.");
    }

    // After a kill, or after a loss of the lease.
    private async Task<Worker> TakeOverAsync(Worker ended, Worker standby)
    {
        var endedAt = Stopwatch.GetTimestamp();
        await HandleAsync(ended, long.MaxValue);
        await ended.EndedAsync();
        _inHandAtAKill = _begun;
        if (ended.ExitCode == LeaseLines.LostExitCode)
        {
            _lostCount++;
        }
        else
        {
            _kills++;
            await _takeOvers.WaitAsync(standby, endedAt);
        }

        await ended.DisposeAsync();
        return standby;
    }

    private Worker Start() => new(
    [
        RedisEventChild.Verb, _sandbox.BaseAddress.ToString(), _sandbox.Token, _redis, _name, _leaseSeconds.ToString(CultureInfo.InvariantCulture),
    ]);

    private async Task ChangeAsync(CancellationToken cancellationToken)
    {
        for (var number = 0; !cancellationToken.IsCancellationRequested; number++)
        {
            _sandbox.State.Update(_sandbox.State.Prospects[0] with { Notes = $"note {number}" });
            Interlocked.Increment(ref _occurred);
            do
                await Task.Delay(Interval, CancellationToken.None);
            while (Interlocked.Read(ref _occurred) - Interlocked.Read(ref _begun) > MaxPending && !cancellationToken.IsCancellationRequested);
        }
    }

    // Takes lines until an event is done. Returns false if the process has ended before.
    private async Task<bool> HandleAsync(Worker worker, long until)
    {
        while (_done < until && await worker.Lines.WaitToReadAsync())
        {
            while (_done < until && worker.Lines.TryRead(out var line))
                Take(line);
        }

        return _done >= until;
    }

    private void Take(string line)
    {
        if (!line.EndsWith(';') || line[..^1].Split(' ') is not [var step, var number])
            return;
        var seq = long.Parse(number, CultureInfo.InvariantCulture);
        if (step == "done")
        {
            _done = Math.Max(_done, seq);
            return;
        }

        if (seq == _inHandAtAKill)
            _repeated++;
        else if (seq != _begun + 1)
            _faults.Add($"Event {seq} was handled after {_begun}.");
        _inHandAtAKill = null;
        Interlocked.Exchange(ref _begun, seq);
    }
}
