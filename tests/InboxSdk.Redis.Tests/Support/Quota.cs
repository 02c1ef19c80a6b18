using InboxSdk.RateLimiting;

namespace InboxSdk.Redis.Tests.Support;

/// <summary>Represents a process that calls the script of a quota, with a clock that all processes of a test share.</summary>
internal sealed class Quota : IAsyncDisposable
{
    public const string Key = "inbox:{team}:all";
    private const long Start = 1_800_000_000_000;

    private readonly TestServer _server;
    private readonly ConnectionMultiplexer _connection;
    private readonly QuotaWindow[] _windows;
    private readonly SharedClock _clock;
    private readonly string _id;
    private readonly QuotaScript _script;
    private long _epoch;
    private long _completedTotal;
    private bool _isKnown;

    private Quota(TestServer server, ConnectionMultiplexer connection, QuotaWindow[] windows, SharedClock clock, string id)
    {
        (_server, _connection, _windows, _clock, _id) = (server, connection, windows, clock, id);
        _script = NewScript();
    }

    public IDatabase Database => _connection.GetDatabase();

    public long Clock
    {
        get => _clock.Now;
        set => _clock.Now = value;
    }

    public static async Task<Quota> StartAsync(TestServerKind kind, params QuotaWindow[] windows)
    {
        var server = await TestServer.StartAsync(kind);
        return new(server, await server.ConnectAsync(), windows, new() { Now = Start }, "first");
    }

    /// <summary>Returns another process.</summary>
    public Quota Process() => new(_server, _connection, _windows, _clock, "other");

    /// <summary>Returns this process with calls that arrive late.</summary>
    public Quota Copy() => new(_server, _connection, _windows, _clock, _id) { _epoch = _epoch, _isKnown = true };

    public async Task<QuotaReply> CallAsync(Call call)
    {
        _script.Clock = Clock;
        _completedTotal += call.Completed;
        IReadOnlyList<UsageStep> history = [.. (call.History ?? []).Select(step => new UsageStep(-step.Age * TimeSpan.TicksPerMillisecond, step.Count))];
        var reply = await _script.EvaluateAsync(
            new()
            {
                Epoch = _epoch,
                MadeAt = Clock - (long)call.Delay.TotalMilliseconds,
                KnownProcessCount = call.KnownProcessCount,
                IsAlone = call.IsAlone,
                InteractiveCount = call.InteractiveCount,
                Completed = call.Completed > 0 ? [new(0, call.Completed)] : [],
                CompletedTotal = _completedTotal,
                AcceptedCount = call.AcceptedCount,
                PausedUntil = call.Pause?.Ticks,
                History = _isKnown ? null : [.. _windows.Select(_ => history)],
                Limits = [.. _windows.Select(window => window.Limit)],
                Lease = TimeSpan.FromSeconds(15),
            },
            now: 0);
        if (reply.Status == QuotaStatus.Granted)
            (_epoch, _isKnown) = (reply.Epoch, true);
        return reply;
    }

    /// <summary>Completes a number of requests.</summary>
    public async Task UseAsync(int count) => await CallAsync(new() { History = [(0, count)] });

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _server.DisposeAsync();
    }

    private QuotaScript NewScript() => new(() => new(_connection.GetDatabase()), Key, _id, _windows, bulkReserve: 0.1, longestPause: TimeSpan.FromMinutes(1));

    internal sealed record Call
    {
        public int InteractiveCount { get; init; }

        /// <summary>Gets how long ago the process made the call.</summary>
        public TimeSpan Delay { get; init; }

        public int KnownProcessCount { get; init; }

        public bool IsAlone { get; init; }

        public int Completed { get; init; }

        public int AcceptedCount { get; init; }

        public TimeSpan? Pause { get; init; }

        public IReadOnlyList<(long Age, int Count)>? History { get; init; }
    }

    private sealed class SharedClock
    {
        public long Now { get; set; }
    }
}
