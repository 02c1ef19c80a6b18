using System.Diagnostics;
using System.Globalization;
using InboxSdk.Kill.Bulk;
using InboxSdk.Sandbox;

namespace InboxSdk.Kill.Redis;

/// <summary>Starts two workers of a bulk run in separate processes, kills one of them at random times and starts another one, until the run is complete; and compares what the workers
/// reported with what the server of the API received.</summary>
internal sealed class RedisBulkKill
{
    private readonly InboxSandbox _sandbox;
    private readonly string _redis;
    private readonly int _leaseSeconds;
    private readonly BulkLedger _ledger;
    private readonly Random _random;
    private readonly TakeOvers _takeOvers = new();
    private readonly List<string> _faults = [];
    private int _kills;
    private int _standbyKills;
    private int _lostCount;
    private int _completeRuns;

    private RedisBulkKill(InboxSandbox sandbox, string redis, int seed, int leaseSeconds) =>
        (_sandbox, _redis, _leaseSeconds, _ledger, _random) = (sandbox, redis, leaseSeconds, new(sandbox, InboxApiVersion.V1), new Random(seed));

    /// <summary>Kills workers, over as many runs as required; the last run is completed.</summary>
    /// <param name="redis">The connection string of the server.</param>
    /// <param name="kills">The number of kills of a worker that has the lease.</param>
    /// <param name="seed">The seed of the random times.</param>
    /// <param name="leaseSeconds">The duration of the lease.</param>
    public static async Task<RedisKillReport> RunAsync(string redis, int kills, int seed, int leaseSeconds)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 0, RequestLogCapacity = 1_000_000, RateLimits = SandboxRateLimits.Off });
        BulkInput.AddTo(sandbox);
        var test = new RedisBulkKill(sandbox, redis, seed, leaseSeconds);
        while (test._kills < kills)
            await test.RunToTheEndAsync(kills);
        return new()
        {
            Work = "bulk",
            Lease = TimeSpan.FromSeconds(leaseSeconds),
            LostCount = test._lostCount,
            Kills = test._kills,
            StandbyKills = test._standbyKills,
            TakeOvers = test._takeOvers.Times,
            Items = (long)test._completeRuns * BulkInput.Changes,
            Repeated = test._ledger.ResentCount,
            Faults = [.. test._ledger.Faults, .. test._faults],
        };
    }

    private async Task RunToTheEndAsync(int kills)
    {
        _ledger.BeginRun();
        var name = Guid.NewGuid().ToString("N");
        var active = Start(name);
        await active.Started;
        var standby = Start(name);
        await standby.Started;
        while (true)
        {
            var isKilled = _kills < kills && await PassAsync(active);
            if (isKilled && _random.Next(8) == 0)
            {
                await standby.DisposeAsync();
                _standbyKills++;
                standby = Start(name);
                continue;
            }

            if (isKilled)
            {
                // It waits already: its start is not part of the time that is measured.
                await standby.Started;
                active.Kill();
            }

            var killedAt = Stopwatch.GetTimestamp();
            await TakeAllAsync(active, isComplete: false);
            if (active.ExitCode == 0)
                break;
            if (active.ExitCode == LeaseLines.LostExitCode)
                _lostCount++;
            else if (isKilled)
                _kills++;
            else
                throw new InvalidOperationException($"A worker failed with {active.ExitCode}.");
            if (active.ExitCode != LeaseLines.LostExitCode)
                await _takeOvers.WaitAsync(standby, killedAt);
            await active.DisposeAsync();
            _ledger.BeginProcess();
            active = standby;
            standby = Start(name);
        }

        await active.DisposeAsync();
        _ledger.BeginProcess();
        // It has waited, and finds a run that is complete.
        for (; ; standby = Start(name))
        {
            await TakeAllAsync(standby, isComplete: true);
            if (standby.ExitCode == 0)
                break;
            if (standby.ExitCode != LeaseLines.LostExitCode)
                throw new InvalidOperationException($"The worker that waited failed with {standby.ExitCode}.");
            _lostCount++;
            await standby.DisposeAsync();
        }

        await standby.DisposeAsync();
        _completeRuns++;
        _ledger.EndRun();
    }

    private Worker Start(string name) => new(
    [
        RedisBulkChild.Verb, _sandbox.V1BaseAddress.ToString(), _sandbox.Token, _redis, name, _leaseSeconds.ToString(CultureInfo.InvariantCulture),
    ]);

    /// <summary>Waits for a random number of results and a short delay, so that a kill falls between any two steps.</summary>
    /// <returns>Whether the worker has not ended.</returns>
    private async Task<bool> PassAsync(Worker active)
    {
        var (results, then) = (_random.Next(0, 50), TimeSpan.FromMicroseconds(_random.Next(0, 4000)));
        for (var seen = 0; seen < results;)
        {
            if (!await active.Lines.WaitToReadAsync())
                return false;
            while (seen < results && active.Lines.TryRead(out var line))
                seen += _ledger.Take(line) ? 1 : 0;
        }

        // A timer cannot wait for so short a time.
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < then)
            Thread.SpinWait(10);
        return true;
    }

    private async Task TakeAllAsync(Worker worker, bool isComplete)
    {
        await foreach (var line in worker.Lines.ReadAllAsync())
        {
            if (_ledger.Take(line) && isComplete)
                _faults.Add($"A worker applied '{line}' after the run was complete.");
        }

        await worker.EndedAsync();
    }
}
