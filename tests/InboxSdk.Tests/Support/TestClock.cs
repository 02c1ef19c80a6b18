using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Tests.Support;

/// <summary>Represents a clock that a test advances, and that reports the waits that start on it.</summary>
internal sealed class TestClock : FakeTimeProvider
{
    private readonly Channel<(TimeSpan Length, DateTimeOffset Until)> _waits = Channel.CreateUnbounded<(TimeSpan, DateTimeOffset)>();

    public TestClock()
        : base(new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Gets the lengths of timeouts; waits of these lengths are not reported.</summary>
    public HashSet<TimeSpan> Timeouts { get; } = [TimeSpan.FromSeconds(30)];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WatchedTimer(base.CreateTimer(callback, state, dueTime, period), See);
        See(dueTime);
        return timer;
    }

    private void See(TimeSpan dueTime)
    {
        if (dueTime > TimeSpan.Zero && !Timeouts.Contains(dueTime))
            _waits.Writer.TryWrite((dueTime, GetUtcNow() + dueTime));
    }

    /// <summary>Completes when a wait begins, with its length. The clock stands still until the test advances it.</summary>
    public async Task<TimeSpan> NextWaitAsync() => (await _waits.Reader.ReadAsync(TestTimeout.Token())).Length;

    /// <summary>Lets waits pass as they begin, until the work is done, and returns the length of each.</summary>
    public async Task<IReadOnlyList<TimeSpan>> PassWaitsAsync(Task work)
    {
        var waits = new List<TimeSpan>();
        while (true)
        {
            var next = _waits.Reader.WaitToReadAsync(TestTimeout.Token()).AsTask();
            if (await Task.WhenAny(work, next) == work)
                return waits;
            await next;
            while (_waits.Reader.TryRead(out var wait))
            {
                // A wait that began at the same time as another may have passed with it.
                var left = wait.Until - GetUtcNow();
                if (left <= TimeSpan.Zero)
                    continue;
                waits.Add(wait.Length);
                Advance(left);
            }
        }
    }

    private sealed class WatchedTimer(ITimer timer, Action<TimeSpan> see) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isChanged = timer.Change(dueTime, period);
            see(dueTime);
            return isChanged;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
