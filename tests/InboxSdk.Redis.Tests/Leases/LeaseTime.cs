using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Redis.Tests.Leases;

/// <summary>Represents the time of a server and of several processes, which passes when a test lets it. A process whose time is stopped is like one that was killed or suspended.</summary>
internal sealed class LeaseTime
{
    // Shorter than the time after which a process asks again, and than that after which it stops to wait for the server.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly List<(ProcessClock Clock, IDatabase? Server)> _processes = [];
    private long _now = new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public TimeSpan Elapsed { get; private set; }

    /// <summary>Lets the clock of the server jump.</summary>
    public void JumpServer(TimeSpan by) => _now += (long)by.TotalMilliseconds;

    /// <summary>Creates the options of a process, with a clock of its own.</summary>
    /// <param name="connection">The connection of the process, or <see langword="null"/> if its calls will not be replied to.</param>
    public (RedisLeaseOptions Options, ProcessClock Clock) AddProcess(IConnectionMultiplexer? connection)
    {
        var clock = new ProcessClock();
        _processes.Add((clock, connection?.GetDatabase()));
        return (new() { TimeProvider = clock, ServerTime = () => Interlocked.Read(ref _now) }, clock);
    }

    /// <summary>Lets time pass on the server and in every process that is not stopped.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Step)
            await PassStepAsync();
    }

    /// <summary>Lets time pass until something has happened, and returns how much. A process can lag behind on a busy machine, so this is at least the time that was required.</summary>
    public async Task<TimeSpan> PassUntilAsync(Func<bool> condition)
    {
        var token = TestTimeout.Token();
        var started = Elapsed;
        while (!condition())
        {
            token.ThrowIfCancellationRequested();
            await PassStepAsync();
        }

        return Elapsed - started;
    }

    public async Task<T> PassUntilDoneAsync<T>(Task<T> work)
    {
        await PassUntilAsync(() => work.IsCompleted);
        return await work;
    }

    private async Task PassStepAsync()
    {
        Elapsed += Step;
        Interlocked.Add(ref _now, (long)Step.TotalMilliseconds);
        foreach (var (clock, server) in _processes)
        {
            if (clock.IsStopped)
                continue;
            clock.Advance(Step);
            // Its reply arrives after those of the calls that the step caused, and the second one after those of the calls that these caused.
            for (var i = 0; i < 2; i++)
            {
                await CatchUpAsync();
                if (server is not null)
                    await Record.ExceptionAsync(() => server.PingAsync());
            }
        }
    }

    // On a busy machine, what a step has caused waits for a thread. Bounded, because other tests run at the same time.
    private static async Task CatchUpAsync()
    {
        await Task.Yield();
        for (var i = 0; i < 50 && ThreadPool.PendingWorkItemCount > 0; i++)
            await Task.Yield();
    }

    internal sealed class ProcessClock : FakeTimeProvider
    {
        /// <summary>Gets or sets whether the process does not run.</summary>
        public bool IsStopped { get; set; }
    }
}
