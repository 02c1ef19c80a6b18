using System.Diagnostics;

namespace InboxSdk.Kill.Redis;

/// <summary>Measures how long after the end of a worker the next one has the lease.</summary>
internal sealed class TakeOvers
{
    private readonly List<TimeSpan> _times = [];

    public IReadOnlyList<TimeSpan> Times => _times;

    /// <summary>Waits until a worker has the lease of one that was killed.</summary>
    public async Task WaitAsync(Worker successor, long killedAt) =>
        _times.Add(Stopwatch.GetElapsedTime(killedAt, await successor.Acquired.WaitAsync(TimeSpan.FromMinutes(1))));
}
