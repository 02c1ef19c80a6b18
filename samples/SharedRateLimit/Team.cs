using System.Diagnostics;
using System.Globalization;
using InboxSdk.Sandbox;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SharedRateLimit;

/// <summary>Represents the processes that share a rate limit.</summary>
internal sealed class Team : IDisposable
{
    public const int Size = 4;

    private readonly Member[] _members;
    private readonly Func<Member> _start;
    private readonly InboxSandbox _sandbox;
    private int _next;
    private long _sentByKilled;

    public Team(InboxSandbox sandbox, string connectionString)
    {
        _sandbox = sandbox;
        _start = () => new(sandbox, connectionString);
        _members = [.. Enumerable.Range(0, Size).Select(_ => _start())];
    }

    /// <summary>Gets whether each process has sent a request.</summary>
    public bool HasStarted => _members.All(member => member.SentCount > 0);

    /// <summary>Gets whether a process has ended by itself, such as without a connection to the server.</summary>
    public bool HasFailed => _members.Any(member => member.HasExited);

    public long SentCount => _sentByKilled + _members.Sum(member => member.SentCount);

    /// <summary>Kills a process, as if its machine had failed, and starts another.</summary>
    public void KillOne()
    {
        _members[_next].Dispose();
        _sentByKilled += _members[_next].SentCount;
        _members[_next] = _start();
        _next = (_next + 1) % Size;
    }

    public IRenderable Draw(EmbeddedServer? server)
    {
        var chart = new BarChart().Width(60).WithMaxValue(Math.Max(1, _members.Max(member => member.SentCount)));
        foreach (var member in _members)
            chart.AddItem(string.Create(CultureInfo.InvariantCulture, $"process {member.Id}"), member.SentCount, Color.Green);
        var state = server is null ? "" : server.IsRunning ? ", server: running" : ", server: stopped";
        return new Rows(chart, new Text($"{SentCount} sent, {_sandbox.RateLimits.Reads.RejectedCount} rejected{state}   k: kill a process   s: stop or start the server"));
    }

    public void Dispose()
    {
        foreach (var member in _members)
            member.Dispose();
    }

    private sealed class Member : IDisposable
    {
        private readonly Process _process;
        private long _sentCount;

        public Member(InboxSandbox sandbox, string connectionString)
        {
            var start = new ProcessStartInfo("dotnet", ["exec", typeof(Team).Assembly.Location, Worker.Verb, sandbox.BaseAddress.ToString(), sandbox.Token, connectionString])
            {
                RedirectStandardOutput = true,
            };
            _process = Process.Start(start)!;
            Id = _process.Id;
            _process.OutputDataReceived += (_, line) =>
            {
                if (line.Data is not null)
                    Interlocked.Increment(ref _sentCount);
            };
            _process.BeginOutputReadLine();
        }

        public int Id { get; }

        public bool HasExited => _process.HasExited;

        public long SentCount => Interlocked.Read(ref _sentCount);

        public void Dispose()
        {
            if (!_process.HasExited)
                _process.Kill();
            _process.Dispose();
        }
    }
}
