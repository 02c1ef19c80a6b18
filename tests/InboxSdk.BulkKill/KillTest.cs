using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using InboxSdk.Sandbox;

namespace InboxSdk.BulkKill;

/// <summary>Starts runs in separate processes, kills them at random times, resumes them until they are complete, and compares what the children
/// reported with what the server saw.</summary>
internal sealed class KillTest : IAsyncDisposable
{
    private readonly InboxSandbox _sandbox;
    private readonly InboxApiVersion _version;
    private readonly bool _isPaced;
    private readonly Random _random;
    private readonly string _checkpoint = Path.Combine(Path.GetTempPath(), $"bulk-kill-{Guid.NewGuid():N}.checkpoint");
    private readonly HashSet<int> _reported = [];
    private readonly List<string> _faults = [];
    private int _kills;
    private int _completeRuns;
    private int _markedInFlight;
    private int _resent;

    private KillTest(InboxSandbox sandbox, int seed, InboxApiVersion version, bool isPaced)
    {
        _sandbox = sandbox;
        _version = version;
        _isPaced = isPaced;
        _random = new Random(seed);
    }

    /// <summary>Kills processes, over as many runs as required; the last run is completed.</summary>
    /// <param name="kills">The minimum number of kills.</param>
    /// <param name="seed">The seed of the random times.</param>
    /// <param name="version">The API version.</param>
    /// <param name="isPaced">Whether the server has the documented limits and the children the rate limiter; a run then takes minutes.</param>
    public static async Task<KillReport> RunAsync(int kills, int seed, InboxApiVersion version = InboxApiVersion.V1, bool isPaced = false)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new()
        {
            ProspectCount = 0,
            RequestLogCapacity = 1_000_000,
            RateLimits = !isPaced ? SandboxRateLimits.Off : version == InboxApiVersion.V2 ? SandboxRateLimits.V2 : SandboxRateLimits.V1,
        });
        for (var i = 0; i < KillInput.Changes; i++)
        {
            sandbox.State.AddProspect(new() { Id = $"bulk{i}", PlatformId = i.ToString(CultureInfo.InvariantCulture), Username = $"user{i}" });
            sandbox.State.AddThread(new() { Id = $"thread{i}", ProspectId = $"bulk{i}", AccountLinkId = sandbox.State.AccountLinks[0].Id, LastMessageAt = DateTimeOffset.UnixEpoch });
        }

        await using var test = new KillTest(sandbox, seed, version, isPaced);
        while (test._kills < kills)
            await test.RunToTheEndAsync(kills);
        return new()
        {
            Kills = test._kills,
            CompleteRuns = test._completeRuns,
            Changes = test._completeRuns * KillInput.Changes,
            MarkedInFlight = test._markedInFlight,
            Resent = test._resent,
            Rejected = sandbox.RateLimits.Reads.RejectedCount + sandbox.RateLimits.Writes.RejectedCount,
            Faults = test._faults,
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
        _reported.Clear();
        _sandbox.Requests.Clear();

        var hasEnded = false;
        var marked = new HashSet<int>();
        while (!hasEnded)
        {
            var sentBefore = Sent().Count;
            var reportedBefore = _reported.ToHashSet();
            hasEnded = await RunChildAsync(_kills < kills ? NextKill() : null, marked);

            foreach (var index in Sent().Skip(sentBefore).Where(reportedBefore.Contains))
                _faults.Add($"Change {index} was reported as succeeded, and resent.");
        }

        _completeRuns++;
        _markedInFlight += marked.Count;
        Compare(marked);
    }

    // Every eighth after a time, while the child may still be starting; the others after a number of results and a short
    // delay, so that they fall between any two steps.
    private KillTime NextKill() => _random.Next(8) == 0
        ? new(Results: null, TimeSpan.FromMilliseconds(_random.Next(0, 250)))
        : new(_random.Next(0, 50), TimeSpan.FromMicroseconds(_random.Next(0, 4000)));

    /// <param name="kill">When to kill the child; null to let it end.</param>
    /// <param name="marked">Receives the changes that the child reported as in flight at an earlier kill.</param>
    /// <returns>Whether the child ended.</returns>
    private async Task<bool> RunChildAsync(KillTime? kill, HashSet<int> marked)
    {
        var address = _version == InboxApiVersion.V2 ? _sandbox.BaseAddress : _sandbox.V1BaseAddress;
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "exec", typeof(KillTest).Assembly.Location, KillChild.Verb, address.ToString(), _sandbox.Token, _checkpoint,
                _isPaced ? KillChild.Paced : KillChild.Unpaced,
            ])
        {
            RedirectStandardOutput = true,
        };
        using var child = Process.Start(start)!;
        if (kill is not null)
        {
            await WaitAsync(kill, child, marked);
            child.Kill();
        }

        // The results in the pipe were returned too.
        while (await child.StandardOutput.ReadLineAsync() is { } line)
            Take(line, marked);
        await child.WaitForExitAsync();
        if (child.ExitCode == 0)
            return true;
        if (kill is null)
            throw new InvalidOperationException($"The child failed with {child.ExitCode}.");
        _kills++;
        return false;
    }

    private async Task WaitAsync(KillTime kill, Process child, HashSet<int> marked)
    {
        if (kill.Results is not { } results)
        {
            await Task.Delay(kill.Then);
            return;
        }

        for (var seen = 0; seen < results && await child.StandardOutput.ReadLineAsync() is { } line;)
        {
            Take(line, marked);
            // The results of earlier children are returned at once and do not count.
            seen += line.Contains("before", StringComparison.Ordinal) ? 0 : 1;
        }

        // A timer cannot wait for so short a time.
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < kill.Then)
            Thread.SpinWait(10);
    }

    private void Take(string line, HashSet<int> marked)
    {
        // The last line of a killed process can be truncated; then it was not reported.
        if (line.Split(' ') is not [var outcome, var number, "before" or "now", "again" or "once"])
            return;
        var index = int.Parse(number, CultureInfo.InvariantCulture);
        if (outcome != nameof(BulkUpdateOutcome.Succeeded))
            _faults.Add($"Change {index} ended as {outcome}.");
        _reported.Add(index);
        if (line.EndsWith("again", StringComparison.Ordinal))
            marked.Add(index);
    }

    private void Compare(HashSet<int> marked)
    {
        foreach (var index in Enumerable.Range(0, KillInput.Changes).Where(index => !_reported.Contains(index)))
            _faults.Add($"Change {index} was never reported.");

        var sent = Sent();
        foreach (var index in Enumerable.Range(0, KillInput.Changes).Except(sent))
            _faults.Add($"Change {index} was never sent.");
        _resent += sent.Count - sent.Distinct().Count();
        foreach (var index in sent.GroupBy(index => index).Where(group => group.Count() > 1 && !marked.Contains(group.Key)).Select(group => group.Key))
            _faults.Add($"Change {index} was sent twice, and not marked as in flight.");
        foreach (var group in sent.GroupBy(KillInput.ProspectOf))
        {
            if (!group.SequenceEqual(group.Order()))
                _faults.Add($"The changes of {group.Key} were sent in the order {string.Join(", ", group)}.");
        }

        foreach (var group in KillInput.All().GroupBy(change => change.ProspectId))
        {
            var (wanted, found) = (group.Last().Update, _sandbox.State.FindProspect(group.Key)!);
            if (found.Notes != wanted.Notes.Value || found.Valuation != wanted.Valuation.Value || IsDone(found) != wanted.IsDone.Value)
                _faults.Add($"{group.Key} has the notes '{found.Notes}' in place of '{wanted.Notes}'.");
        }
    }

    // v2 stores this per thread, and every prospect here has one.
    private bool IsDone(SandboxProspect prospect) =>
        _version == InboxApiVersion.V2 ? _sandbox.State.FindThread(prospect.Id.Replace("bulk", "thread", StringComparison.Ordinal))!.IsDone : prospect.IsDone;

    // The indexes of the changes as the server received them, oldest first: by the request that contains the number, which on v2 is the first of several. A request whose
    // sender was killed has no body and no effect, like one that exceeds the limit.
    private List<int> Sent() =>
    [
        .. from request in _sandbox.Requests
           where request.StatusCode != 429 && request.Body.Contains("valuation", StringComparison.Ordinal)
           select JsonDocument.Parse(request.Body).RootElement.GetProperty("valuation").GetInt32(),
    ];

    /// <summary>When to kill: after a number of results, or regardless of them; and then after a delay.</summary>
    private sealed record KillTime(int? Results, TimeSpan Then);
}
