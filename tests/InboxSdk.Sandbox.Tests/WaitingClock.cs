using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests;

/// <summary>Represents a fake clock that reports when the sandbox begins to wait, so that a test does not advance it too early or in a loop.</summary>
internal sealed class WaitingClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Completes when the next wait has begun.</summary>
    /// <returns>How long it is.</returns>
    public Task<TimeSpan> NextWaitAsync() => _waits.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));
}
