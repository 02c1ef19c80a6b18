using System.Diagnostics;
using System.Globalization;
using InboxSdk.Sandbox;

namespace InboxSdk.Kill.Events;

/// <summary>Starts a processor of events in a separate process, kills it at random times and starts it again, while events occur and their webhooks are lost, repeated and reordered;
/// and compares what the processes handled with what occurred.</summary>
internal sealed class EventKill : IAsyncDisposable
{
    private const int Prospects = 7;
    private const int MaxPending = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);

    private readonly InboxSandbox _sandbox;
    private readonly int _concurrency;
    private readonly ClosedPort _port = ClosedPort.ForServer();
    private readonly Random _random;
    private readonly string _folder = Directory.CreateTempSubdirectory("event-kill-").FullName;
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, long> _lastOfObject = [];
    private readonly HashSet<long> _handled = [];
    private readonly HashSet<long> _inDoubt = [];
    private readonly Dictionary<string, long> _begun = [];
    private long _highest;
    private int _repeated;
    private int _kills;
    private long _occurred;

    private EventKill(InboxSandbox sandbox, int seed, int concurrency)
    {
        (_sandbox, _concurrency) = (sandbox, concurrency);
        _random = new Random(seed);
    }

    /// <summary>Kills processes, and lets a last one handle the rest.</summary>
    /// <param name="kills">The number of kills.</param>
    /// <param name="seed">The seed of the random times and of the faults of webhooks.</param>
    /// <param name="concurrency">The number of events that are handled at the same time; above 1 with a store of processed events.</param>
    public static async Task<EventKillReport> RunAsync(int kills, int seed, int concurrency = 1)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = Prospects, Seed = seed, RequestLogCapacity = 1_000_000 });
        await using var test = new EventKill(sandbox, seed, concurrency);
        var webhook = sandbox.Webhooks.Add(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{test._port.Port}{EventChild.Path}")), EventChild.Secret);
        webhook.HitRandomly(SandboxWebhookFault.Drop, 0.3);
        webhook.HitRandomly(SandboxWebhookFault.Duplicate, 0.2);
        webhook.HitRandomly(SandboxWebhookFault.Reorder, 0.2);

        using var end = new CancellationTokenSource();
        var changes = Task.Run(() => test.ChangeAsync(end.Token), CancellationToken.None);
        while (test._kills < kills)
            await test.RunChildAsync(test.NextKill());
        await end.CancelAsync();
        await changes;
        await test.RunChildAsync(kill: null);

        foreach (var seq in Enumerable.Range(1, (int)test._occurred).Where(seq => !test._handled.Contains(seq)))
            test._faults.Add($"Event {seq} was lost.");
        if (test._repeated > test._kills * concurrency)
            test._faults.Add("More events were repeated than were in hand.");
        return new()
        {
            Kills = test._kills,
            Events = test._occurred,
            Repeated = test._repeated,
            Requests = sandbox.Requests.Count(request => request.Operation == "events.list"),
            Faults = test._faults,
        };
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        _port.Dispose();
        return ValueTask.CompletedTask;
    }

    // Changes of few contacts, so that many events have the same object; the processor is never far behind.
    private async Task ChangeAsync(CancellationToken cancellationToken)
    {
        for (var number = 0; !cancellationToken.IsCancellationRequested; number++)
        {
            var prospect = _sandbox.State.Prospects[number % Prospects];
            _sandbox.State.Update(prospect with { Notes = $"note {number}" });
            Interlocked.Increment(ref _occurred);
            do
                await Task.Delay(Interval, CancellationToken.None);
            while (Interlocked.Read(ref _occurred) - Interlocked.Read(ref _highest) > MaxPending && !cancellationToken.IsCancellationRequested);
        }
    }

    // Every eighth after a time, while the process may still be starting; the others after a number of events and a short delay, so that they fall between any two steps.
    private KillTime NextKill() => _random.Next(8) == 0
        ? new(Events: null, TimeSpan.FromMilliseconds(_random.Next(0, 400)))
        : new(_random.Next(1, 60), TimeSpan.FromMicroseconds(_random.Next(0, 2000)));

    /// <param name="kill">When to kill the process; null to let it handle every event and stop.</param>
    private async Task RunChildAsync(KillTime? kill)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "exec", typeof(EventKill).Assembly.Location, EventChild.Verb, _sandbox.BaseAddress.ToString(), _sandbox.Token, _folder,
                _port.Port.ToString(CultureInfo.InvariantCulture), _concurrency.ToString(CultureInfo.InvariantCulture),
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _begun.Clear();
        using var child = Process.Start(start)!;
        if (kill is { Events: null })
        {
            await Task.Delay(kill.Then);
        }
        else
        {
            for (var done = 0; (kill is null ? _handled.Count < Interlocked.Read(ref _occurred) : done < kill.Events) && await child.StandardOutput.ReadLineAsync() is { } line;)
                done += Take(line) ? 1 : 0;
            // A timer cannot wait for so short a time.
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed < kill?.Then)
                Thread.SpinWait(10);
        }

        if (kill is null)
            child.StandardInput.Close();
        else
            child.Kill();
        // The lines in the pipe were written before.
        while (await child.StandardOutput.ReadLineAsync() is { } line)
            Take(line);
        await child.WaitForExitAsync();
        if (kill is null && child.ExitCode != 0)
            throw new InvalidOperationException($"The process failed with {child.ExitCode}.");
        if (kill is not null)
            _kills++;
        // An event is complete if the process began a later one of its object, or any later one if it handles one at a time.
        if (_concurrency > 1)
            _inDoubt.UnionWith(_begun.Values);
        else if (_begun.Count > 0)
            _inDoubt.Add(_begun.Values.Max());
    }

    /// <returns>Whether an event was handled.</returns>
    private bool Take(string line)
    {
        if (!line.EndsWith(';') || line[..^1].Split(' ') is not [var step, var number, var id])
            return false;
        var seq = long.Parse(number, CultureInfo.InvariantCulture);
        if (step == "done")
        {
            _handled.Add(seq);
            return true;
        }

        Begin(seq, id);
        return false;
    }

    private void Begin(long seq, string objectId)
    {
        var isRepeated = seq <= _lastOfObject.GetValueOrDefault(objectId);
        if (isRepeated)
        {
            _repeated++;
            if (_begun.GetValueOrDefault(objectId) >= seq)
                _faults.Add($"Event {seq} was handled twice or out of order by one process.");
            else if (!_inDoubt.Remove(seq))
                _faults.Add($"Event {seq} was handled again, and was not in hand at a kill.");
        }
        else
        {
            _lastOfObject[objectId] = seq;
            if (_concurrency == 1 && seq != _highest + 1)
                _faults.Add($"Event {seq} was handled after {_highest}.");
        }

        _begun[objectId] = seq;
        if (seq > _highest)
            Interlocked.Exchange(ref _highest, seq);
    }

    /// <summary>When to kill: after a number of events, or regardless of them; and then after a delay.</summary>
    private sealed record KillTime(int? Events, TimeSpan Then);
}
