using System.Diagnostics;
using InboxSdk.Sandbox;

namespace InboxSdk.Kill.Bulk;

/// <summary>Starts runs in separate processes, kills them at random times, resumes them until they are complete, and compares what the children
/// reported with what the server saw.</summary>
internal sealed class BulkKill : IAsyncDisposable
{
    private readonly InboxSandbox _sandbox;
    private readonly InboxApiVersion _version;
    private readonly bool _isPaced;
    private readonly Random _random;
    private readonly string _checkpoint = Path.Combine(Path.GetTempPath(), $"bulk-kill-{Guid.NewGuid():N}.checkpoint");
    private readonly BulkLedger _ledger;
    private int _kills;
    private int _completeRuns;

    private BulkKill(InboxSandbox sandbox, int seed, InboxApiVersion version, bool isPaced)
    {
        _sandbox = sandbox;
        _ledger = new(sandbox, version);
        _version = version;
        _isPaced = isPaced;
        _random = new Random(seed);
    }

    /// <summary>Kills processes, over as many runs as required; the last run is completed.</summary>
    /// <param name="kills">The minimum number of kills.</param>
    /// <param name="seed">The seed of the random times.</param>
    /// <param name="version">The API version.</param>
    /// <param name="isPaced">Whether the server has the documented limits and the children the rate limiter; a run then takes minutes.</param>
    public static async Task<BulkKillReport> RunAsync(int kills, int seed, InboxApiVersion version = InboxApiVersion.V1, bool isPaced = false)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new()
        {
            ProspectCount = 0,
            RequestLogCapacity = 1_000_000,
            RateLimits = !isPaced ? SandboxRateLimits.Off : version == InboxApiVersion.V2 ? SandboxRateLimits.V2 : SandboxRateLimits.V1,
        });
        BulkInput.AddTo(sandbox);
        await using var test = new BulkKill(sandbox, seed, version, isPaced);
        while (test._kills < kills)
            await test.RunToTheEndAsync(kills);
        return new()
        {
            Kills = test._kills,
            CompleteRuns = test._completeRuns,
            Changes = test._completeRuns * BulkInput.Changes,
            MarkedInFlight = test._ledger.MarkedCount,
            Resent = test._ledger.ResentCount,
            Rejected = sandbox.RateLimits.Reads.RejectedCount + sandbox.RateLimits.Writes.RejectedCount,
            Faults = test._ledger.Faults,
        };
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(_checkpoint);
        return ValueTask.CompletedTask;
    }

    private async Task RunToTheEndAsync(int kills)
    {
        File.Delete(_checkpoint);
        _ledger.BeginRun();
        do
            _ledger.BeginProcess();
        while (!await RunChildAsync(_kills < kills ? NextKill() : null));
        _completeRuns++;
        _ledger.EndRun();
    }

    // Every eighth after a time, while the child may still be starting; the others after a number of results and a short
    // delay, so that they fall between any two steps.
    private KillTime NextKill() => _random.Next(8) == 0
        ? new(Results: null, TimeSpan.FromMilliseconds(_random.Next(0, 250)))
        : new(_random.Next(0, 50), TimeSpan.FromMicroseconds(_random.Next(0, 4000)));

    /// <param name="kill">When to kill the child; null to let it end.</param>
    /// <returns>Whether the child ended.</returns>
    private async Task<bool> RunChildAsync(KillTime? kill)
    {
        var address = _version == InboxApiVersion.V2 ? _sandbox.BaseAddress : _sandbox.V1BaseAddress;
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "exec", typeof(BulkKill).Assembly.Location, BulkChild.Verb, address.ToString(), _sandbox.Token, _checkpoint,
                _isPaced ? BulkChild.Paced : BulkChild.Unpaced,
            ])
        {
            RedirectStandardOutput = true,
        };
        using var child = Process.Start(start)!;
        if (kill is not null)
        {
            await WaitAsync(kill, child);
            child.Kill();
        }

        // The results in the pipe were returned too.
        while (await child.StandardOutput.ReadLineAsync() is { } line)
            _ledger.Take(line);
        await child.WaitForExitAsync();
        if (child.ExitCode == 0)
            return true;
        if (kill is null)
            throw new InvalidOperationException($"The child failed with {child.ExitCode}.");
        _kills++;
        return false;
    }

    private async Task WaitAsync(KillTime kill, Process child)
    {
        if (kill.Results is not { } results)
        {
            await Task.Delay(kill.Then);
            return;
        }

        for (var seen = 0; seen < results && await child.StandardOutput.ReadLineAsync() is { } line;)
            seen += _ledger.Take(line) ? 1 : 0;

        // A timer cannot wait for so short a time.
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < kill.Then)
            Thread.SpinWait(10);
    }

    /// <summary>When to kill: after a number of results, or regardless of them; and then after a delay.</summary>
    private sealed record KillTime(int? Results, TimeSpan Then);
}
