using System.Globalization;
using InboxSdk.Server;
using StackExchange.Redis;

namespace InboxSdk.RateLimiting;

/// <summary>Calls the script that counts the requests of a quota, <c>quota.lua</c>.</summary>
internal sealed class QuotaScript
{
    private const int FixedCount = 20;
    private const int PerWindow = 5;

    private static readonly GuardedScript Script = new(ReadBody());

    private readonly Func<ValueTask<IDatabaseAsync>> _database;
    private readonly IReadOnlyList<QuotaWindow> _windows;
    private readonly double _bulkReserve;
    private readonly TimeSpan _longestPause;
    private readonly RedisKey[] _keys;
    private readonly string _id;
    private long _sequence;

    /// <param name="database">Provides the connection.</param>
    /// <param name="key">The key of the state. Its hash tag puts the guard in the same slot of a cluster.</param>
    /// <param name="id">The id of the process.</param>
    /// <param name="windows">The windows.</param>
    /// <param name="bulkReserve">The share of each window that is reserved for interactive requests.</param>
    /// <param name="longestPause">The maximum pause after a single rejection.</param>
    public QuotaScript(Func<ValueTask<IDatabaseAsync>> database, string key, string id, IReadOnlyList<QuotaWindow> windows, double bulkReserve, TimeSpan longestPause)
    {
        (_database, _id, _windows, _bulkReserve, _longestPause) = (database, id, windows, bulkReserve, longestPause);
        _keys = [$"{key}:guard", key];
    }

    /// <summary>Gets or sets the clock of the script in milliseconds, for tests; <see langword="null"/> for that of the server.</summary>
    public long? Clock { get; set; }

    /// <summary>Calls the script.</summary>
    /// <param name="call">What to report, and what is needed.</param>
    /// <param name="now">The current time of the process, in ticks.</param>
    public async Task<QuotaReply> EvaluateAsync(QuotaCall call, long now)
    {
        var arguments = Arguments(call, now);
        var database = await _database().ConfigureAwait(false);
        return QuotaReply.Parse(await database.ScriptEvaluateAsync(Script.Text, _keys, arguments).ConfigureAwait(false));
    }

    private RedisValue[] Arguments(QuotaCall call, long now)
    {
        var arguments = new RedisValue[FixedCount + (PerWindow * _windows.Count)];
        arguments[0] = _id;
        arguments[1] = Interlocked.Increment(ref _sequence);
        arguments[2] = call.Epoch;
        arguments[3] = call.HeldCount;
        arguments[4] = call.InteractiveCount;
        arguments[5] = call.BulkCount;
        arguments[6] = call.AcceptedCount;
        arguments[7] = call.PausedUntil is { } until ? Math.Max(0, Milliseconds(until - now)) : -1;
        arguments[8] = (long)_longestPause.TotalMilliseconds;
        arguments[9] = (long)call.Lease.TotalMilliseconds;
        arguments[10] = call.History is null ? "0" : "1";
        arguments[11] = Steps(call.Completed, now);
        arguments[12] = call.Reported is { } reported ? reported.Window + 1 : 0;
        arguments[13] = call.Reported?.Remaining ?? 0;
        arguments[14] = call.Reported?.RetryAfter is { } retryAfter ? (long)retryAfter.TotalMilliseconds : -1;
        arguments[15] = call.CompletedTotal;
        arguments[16] = call.IsAlone ? "1" : "0";
        arguments[17] = call.MadeAt;
        arguments[18] = call.KnownProcessCount;
        arguments[19] = Clock is { } clock ? clock : "";
        for (var i = 0; i < _windows.Count; i++)
        {
            var at = FixedCount + (PerWindow * i);
            arguments[at] = _windows[i].Limit;
            arguments[at + 1] = (long)_windows[i].Length.TotalMilliseconds;
            arguments[at + 2] = call.Limits[i];
            arguments[at + 3] = QuotaWindow.WithoutReserve(call.Limits[i], _bulkReserve);
            arguments[at + 4] = call.History is null ? "" : Steps(call.History[i], now);
        }

        return arguments;
    }

    // The age on the clock of this process, rounded down, so that no request is older than it is.
    private static string Steps(IReadOnlyList<UsageStep> steps, long now) => steps.Count == 0 ? "" : string.Join(
        ' ', steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (now - step.At) / TimeSpan.TicksPerMillisecond)}:{step.Count}")));

    // Rounded up.
    private static long Milliseconds(long ticks) => (ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;

    private static string ReadBody()
    {
        using var reader = new StreamReader(typeof(QuotaScript).Assembly.GetManifestResourceStream("quota.lua")!);
        return reader.ReadToEnd();
    }
}
